-- The index of the search becomes one table with one inverted index. Everything that can be asked of
-- an entry is a lexeme of its vector, so that one look meets all of it:
--   'cloud'        a stem of its title (weight A), text (C) or locator (D), French or English
--   '^cloud'       the same stem where it is in the title
--   '=2016679'     an identifier it goes by, without marks
--   'type=clause'  what can be filtered by: type, deal, region, theme
--   '@head'        that it belongs to what was recorded first; a word that is everywhere is looked
--                  for there before it is anywhere else, and met often enough

drop function rebuild_search(), index_dossier(text), count_search_words(text, integer),
  search_priority(text, text), search_filters(text, text, text[], text), search_vector(text, text);
drop table search_entry, search_word;
drop sequence search_entry_number;
drop text search configuration clausebook_fr;
drop text search configuration clausebook_en;

create table search_entry (
  number bigint generated always as identity primary key,
  dossier slug not null,
  revision bigint not null,
  type text not null,
  id text not null,
  -- Null for what all deals share.
  deal slug,
  regions text[] not null,
  theme text,
  -- The days on which it holds; null where that question does not arise.
  validity datemultirange,
  title_fr text not null,
  title_en text not null,
  text_fr text not null,
  text_en text not null,
  words tsvector not null
);
create index search_entry_by_dossier on search_entry (dossier);
-- Without a list of pending entries, a search is as quick after a publication as before.
create index search_entry_by_word on search_entry using gin (words) with (fastupdate = off);

-- Every word that occurs, to complete one, to tell a slip of the pen from a word, and to know which
-- words say much because they are rare.
create table search_word (
  word text primary key,
  plain text not null,
  stem_fr text,
  stem_en text,
  entries integer not null
) with (fillfactor = 80);
create index search_word_by_beginning on search_word (plain text_pattern_ops);
create index search_word_by_likeness on search_word using gin (plain gin_trgm_ops);
create index search_word_by_stem_fr on search_word (stem_fr);
create index search_word_by_stem_en on search_word (stem_en);

-- How many publications make up the head: few enough to be looked through at once, many enough that
-- a word in one of fifty entries is met there as often as results are ranked.
create function search_head() returns bigint language sql immutable as $$ select cast(1000 as bigint) $$;

-- A percent sign is a word: 27 % is not any 27.
create or replace function search_plain(value text) returns text language sql immutable parallel safe
  return lower(regexp_replace(
    unaccent(cast('unaccent' as regdictionary),
      translate(replace(value, '%', ' percent '), E'\u00a0\u202f\u2019\u02bc', '  ''''')),
    '[^a-zA-Z0-9\u00c0-\uffff]+', ' ', 'g'));

create function search_markers(type text, deal text, regions text[], theme text, keys text[], titles tsvector, is_head boolean)
  returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array_remove(
    array['type=' || type, 'deal=' || deal, 'theme=' || theme, case when is_head then '@head' end]
      || array(select 'region=' || r from unnest(regions) r where r is not null)
      || array(select distinct '=' || search_key(k) from unnest(keys) k where search_key(k) <> '')
      || array(select '^' || l from unnest(tsvector_to_array(titles)) l),
    null))
$$;

-- The words of a pair of texts, by their stems in either language.
create function search_vector(fr text, en text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('pg_catalog.french', search_plain(coalesce(fr, ''))) || to_tsvector('pg_catalog.english', search_plain(coalesce(en, '')))
$$;

-- The entries that a revision makes. Not inlined into the query that asks: the document would be read
-- again for every part of it.
create function search_entries(of_dossier text, target bigint, doc jsonb, shared jsonb) returns setof search_entry
  language plpgsql stable as $$
begin
  return query
  select null::bigint, of_dossier::slug, target, s.type, s.id, s.deal::slug, s.regions, s.theme, s.validity,
         s.title ->> 'fr', s.title ->> 'en', s.body ->> 'fr', s.body ->> 'en',
         v.titles || v.texts
           || search_markers(s.type, s.deal, s.regions, s.theme, s.keys,
                             case when s.type = 'statement' then cast('' as tsvector) else v.titles end, h.is_head)
  from (
    select * from search_deal(doc, shared) where doc ? 'deal'
    union all
    select * from search_reference(doc) where not doc ? 'deal') s
  cross join (
    select coalesce(min(p.dataset) <= search_head(), true) as is_head from publication p where p.dossier = of_dossier) h
  cross join lateral (
    -- The title of a statement is that of its source: it says where, not what.
    select setweight(search_vector(s.title ->> 'fr', s.title ->> 'en'),
                     cast(case when s.type = 'statement' then 'D' else 'A' end as "char")) as titles,
           setweight(search_vector(s.body ->> 'fr', s.body ->> 'en'), 'C') as texts offset 0) v;
end $$;

-- In how many of its entries each word of a dossier occurs.
create function search_words(of_dossier text) returns jsonb language sql stable as $$
  select coalesce(jsonb_object_agg(word, entries), '{}')
  from (
    select word, count(*) as entries
    from search_entry e,
         unnest(tsvector_to_array(to_tsvector('pg_catalog.simple', translate(
           concat_ws(' ', e.title_fr, e.title_en, e.text_fr, e.text_en), E'\u00a0\u202f\u2019\u02bc-/', '      ')))) w (word)
    where e.dossier = of_dossier and length(word) > 2 and word !~ '[0-9.@]'
    group by word) counted
$$;

create function count_search_words(before jsonb, after jsonb) returns void language sql as $$
  insert into search_word as known (word, plain, stem_fr, stem_en, entries)
  select word, plain, (ts_lexize('pg_catalog.french_stem', plain))[1], (ts_lexize('pg_catalog.english_stem', plain))[1], change
  from (
    select word, search_key(word) as plain, coalesce(cast(i.value as integer), 0) - coalesce(cast(w.value as integer), 0) as change
    from jsonb_each_text(before) w (word, value) full join jsonb_each_text(after) i (word, value) using (word)) changed
  where change <> 0 and plain <> ''
  order by word
  on conflict (word) do update set entries = known.entries + excluded.entries;

  delete from search_word w using jsonb_object_keys(before) k where w.word = k and w.entries <= 0;
$$;

-- Makes the entries of a dossier those of its current revision; none once it is withdrawn.
create function index_dossier(of_dossier text) returns void language plpgsql as $$
declare
  was jsonb := search_words(of_dossier);
begin
  delete from search_entry where dossier = of_dossier;
  insert into search_entry overriding user value
  select e.*
  from dossier d
  join revision r on r.dataset = d.current
  left join dossier shared on shared.id = 'reference'
  left join revision base on base.dataset = shared.current
  cross join lateral search_entries(of_dossier, d.current, cast(r.document as jsonb), cast(base.document as jsonb)) e
  where d.id = of_dossier;
  perform count_search_words(was, search_words(of_dossier));
end $$;

-- Everything anew, from the documents. Readers keep the old index until it is done; publications
-- wait (the lock is the one that orders them).
create function rebuild_search() returns bigint language plpgsql as $$
begin
  perform pg_advisory_xact_lock(cast(x'436c617573656231' as bigint));
  delete from search_entry;
  delete from search_word;
  insert into search_entry overriding user value
  select e.*
  from dossier d
  join revision r on r.dataset = d.current
  left join dossier shared on shared.id = 'reference'
  left join revision base on base.dataset = shared.current
  cross join lateral search_entries(d.id, d.current, cast(r.document as jsonb), cast(base.document as jsonb)) e
  order by d.current;
  perform count_search_words('{}', (
    select coalesce(jsonb_object_agg(word, entries), '{}')
    from (select w.key as word, sum(cast(w.value as bigint)) as entries
          from dossier d, jsonb_each_text(search_words(d.id)) w group by w.key) counted));
  return (select count(*) from search_entry);
end $$;

select rebuild_search();
