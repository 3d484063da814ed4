-- A large record to measure the search on: as many made-up deals as asked for, each with ten clauses
-- and their terms, three implications and two statements, besides the bundled dossiers. Titles and
-- texts are those of the bundled deal in other combinations, so that words are as frequent as they
-- are in real texts (some in nearly every deal); the parties have names of their own. Only the
-- index is filled. The inverted indexes are built at the end, as one would for a large import.

create or replace function pg_temp.name(seed bigint) returns text language sql immutable as $$
  select initcap(string_agg(
    (array['ba','cor','del','fen','gra','hel','jun','kal','lor','mer','nov','ost','pra','quin','ros','sil','tar','ulm','ver','wex','yor','zan'])
      [1 + abs(hashint8(seed * 7 + place)) % 22], ''))
  from generate_series(1, 3) place
$$;

drop index search_entry_by_word, search_entry_by_dossier;

create temporary table pool as
select e.type, row_number() over (partition by e.type order by e.id) - 1 as place,
       count(*) over (partition by e.type) as places,
       e.regions, e.theme, e.title_fr, e.title_en, e.text_fr, e.text_en,
       setweight(search_vector(e.title_fr, e.title_en), 'A') as titles,
       setweight(search_vector(e.text_fr, e.text_en), 'C') as body
from search_entry e
where e.dossier = 'microsoft-openai' and e.type in ('deal', 'clause', 'term', 'implication', 'statement');
create index on pool (type, place);
analyze pool;

insert into search_entry (dossier, revision, type, id, deal, regions, theme, validity,
                          title_fr, title_en, text_fr, text_en, words)
select deal.slug, (select current from dossier where id = 'microsoft-openai'), title.type,
       made.id, deal.slug, title.regions, title.theme,
       case when made.type in ('deal', 'clause') then search_since(date '2020-01-01' + (n % 2000))
            when made.type = 'term' then datemultirange(daterange(
              date '2020-01-01' + (n % 2000), case when made.place % 5 = 0 then date '2026-01-01' end)) end,
       title.title_fr || ' — ' || deal.name, title.title_en || ' — ' || deal.name,
       body.text_fr || ' ' || deal.name || '.', body.text_en || ' ' || deal.name || '.',
       titles.words || body.body
         || array_to_tsvector(string_to_array(concat_ws(' ', 'type=' || made.type, 'deal=' || deal.slug, 'theme=' || title.theme,
              case when n <= search_head() then '@head' end,
              case when title.regions <> '{}' then 'region=' || array_to_string(title.regions, ' region=') end,
              '=' || search_key(made.id),
              case when made.type <> 'statement' then '^' || array_to_string(tsvector_to_array(titles.words), ' ^') end), ' '))
from generate_series(1, :deals) n
cross join lateral (
  select 'made-' || n as slug, pg_temp.name(n) || ' ' || pg_temp.name(n + 10000000) as name,
         to_tsvector('simple', lower(pg_temp.name(n) || ' ' || pg_temp.name(n + 10000000))) as words offset 0) deal
cross join (values ('deal', 1), ('clause', 10), ('term', 10), ('implication', 3), ('statement', 2)) as kind (type, copies)
cross join lateral (
  select kind.type, place,
         case kind.type when 'deal' then deal.slug
                        when 'statement' then 'source-' || n || '/s' || place
                        when 'term' then 'clause-' || place || '/2020-01-01'
                        else kind.type || '-' || place end as id
  from generate_series(1, kind.copies) place) made
join pool title on title.type = made.type and title.place = abs(hashint8(n * 31 + made.place)) % title.places
join pool body on body.type = made.type and body.place = abs(hashint8(n * 37 + made.place)) % body.places
cross join lateral (
  select title.titles || setweight(deal.words, 'A') as words offset 0) titles;

insert into search_word (word, plain, stem_fr, stem_en, entries)
select word, word, (ts_lexize('pg_catalog.french_stem', word))[1], (ts_lexize('pg_catalog.english_stem', word))[1], sum(26)
from (select lower(pg_temp.name(n)) as word from generate_series(1, :deals) n
      union all
      select lower(pg_temp.name(n + 10000000)) from generate_series(1, :deals) n) names
group by word
on conflict (word) do update set entries = search_word.entries + excluded.entries;

-- The words of the texts occur in that many entries more.
update search_word w
set entries = w.entries + often.entries * :deals * 26 / (select count(*) from pool)
from (select word, ndoc as entries from ts_stat('select titles || body from pool')) often
where often.word in (w.stem_fr, w.stem_en);

create index search_entry_by_dossier on search_entry (dossier);
create index search_entry_by_word on search_entry using gin (words);
