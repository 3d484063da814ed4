-- The index of the search: one entry for each thing that the current revisions say, none for past
-- ones. It is derived from the documents and can be rebuilt from them at any time.

create sequence search_entry_number;

-- Divided by priority: candidates are taken from one part after the other until there are enough, so
-- a bound on their number keeps the best. Each kind has a small part before a large one: a word that
-- is everywhere is met often enough in the small one, and the large one is not looked at.
create table search_entry (
  number bigint not null default nextval('search_entry_number'),
  priority smallint not null,
  dossier slug not null,
  revision bigint not null references revision (dataset),
  type text not null,
  id text not null,
  -- Null for what all deals share.
  deal slug,
  regions text[] not null,
  theme text,
  -- The days on which it holds; null where that question does not arise.
  validity datemultirange,
  keys text[] not null,
  title_fr text not null,
  title_en text not null,
  text_fr text not null,
  text_en text not null,
  -- Stems of the titles, identifiers, and what can be filtered by ('type=clause', 'region=FR').
  titles tsvector not null,
  -- The same with the stems of the texts.
  words tsvector not null,
  primary key (number, priority)
) partition by list (priority);

do $$
begin
  for part in 2..25 loop
    execute format('create table search_entry_%s partition of search_entry for values in (%s)', part, part);
  end loop;
end $$;

create index search_entry_by_dossier on search_entry (dossier);
-- Without the list of pending entries, a search is as quick after a publication as before.
create index search_entry_by_title on search_entry using gin (titles) with (fastupdate = off);
create index search_entry_by_word on search_entry using gin (words) with (fastupdate = off);

-- Every word that occurs, to tell a slip of the pen from a word.
create table search_word (
  word text primary key,
  plain text not null,
  entries integer not null
);
create index search_word_by_plain on search_word (plain);
create index search_word_by_likeness on search_word using gin (plain gin_trgm_ops);

-- Texts as the documents hold them, {fr, en}, joined language by language.
create function search_join(variadic texts jsonb[]) returns jsonb language sql immutable as $$
  select jsonb_build_object('fr', coalesce(string_agg(t ->> 'fr', ' '), ''), 'en', coalesce(string_agg(t ->> 'en', ' '), ''))
  from unnest(texts) t
$$;

create function search_join_all(texts jsonb, member text) returns jsonb language sql immutable as $$
  select search_join(variadic coalesce(array_agg(case when member is null then t else t -> member end), '{}'))
  from jsonb_array_elements(texts) t
$$;

create function search_since(day date) returns datemultirange language sql immutable as $$
  select datemultirange(daterange(day, null))
$$;

create type search_source as (
  type text, id text, deal text, regions text[], theme text, validity datemultirange,
  keys text[], title jsonb, body jsonb);

-- A name goes by itself without what stands in brackets, and by an acronym that stands there.
create function search_names(name jsonb) returns text[] language sql immutable as $$
  select coalesce(array_agg(part), '{}')
  from jsonb_each_text(name) n, regexp_split_to_table(n.value, '[()]') with ordinality as p (part, place)
  where part ~ '[^[:space:]]' and (place = 1 or part ~ '^[A-Z0-9]{2,}$')
$$;

create function search_statements(doc jsonb) returns setof search_source language sql stable as $$
  select 'statement', (s ->> 'id') || '/' || (x ->> 'id'), doc ->> 'deal', cast('{}' as text[]), null,
         cast(null as datemultirange), array[x ->> 'id', (s ->> 'id') || '/' || (x ->> 'id')],
         search_join(s -> 'title', jsonb_build_object('fr', '—', 'en', '—'), x -> 'locator'), x -> 'text'
  from jsonb_array_elements(doc -> 'sources') s, jsonb_array_elements(s -> 'statements') x
$$;

create function search_reference(doc jsonb) returns setof search_source language sql stable as $$
  select * from search_statements(doc)
  union all
  select 'stakeholder', s ->> 'id', null, array[s ->> 'region'], null, null,
         array[s ->> 'id'] || search_names(s -> 'name'), s -> 'name', s -> 'description'
  from jsonb_array_elements(doc -> 'stakeholders') s
  union all
  select 'regulation', r ->> 'id', null, array[r ->> 'region'], null, null,
         array[r ->> 'id'] || search_names(r -> 'name')
           || array(select value from jsonb_each_text(r -> 'identifiers')),
         r -> 'name',
         search_join(r -> 'title', r -> 'summary', search_join_all(r -> 'milestones', 'text'))
  from jsonb_array_elements(doc -> 'regulations') r
$$;

create function search_deal(doc jsonb, shared jsonb) returns setof search_source language sql stable as $$
  select * from search_statements(doc)
  union all
  select 'deal', doc ->> 'deal', doc ->> 'deal',
         array(select distinct i ->> 'region' from jsonb_array_elements(doc -> 'implications') i), null,
         (select search_since(min(cast(i ->> 'date' as date))) from jsonb_array_elements(doc -> 'instruments') i),
         array[doc ->> 'deal'] || search_names(doc -> 'title'), doc -> 'title', doc -> 'summary'
  union all
  select 'clause', c ->> 'id', doc ->> 'deal', '{}', c ->> 'theme',
         (select range_agg(daterange(cast(t ->> 'from' as date), cast(t ->> 'until' as date)))
          from jsonb_array_elements(c -> 'terms') t),
         array[c ->> 'id'] || search_names(c -> 'title'), c -> 'title', c -> 'subject'
  from jsonb_array_elements(doc -> 'clauses') c
  union all
  select 'term', (c ->> 'id') || '/' || (t ->> 'from'), doc ->> 'deal', '{}', c ->> 'theme',
         datemultirange(daterange(cast(t ->> 'from' as date), cast(t ->> 'until' as date))),
         array[(c ->> 'id') || '/' || (t ->> 'from')], c -> 'title',
         search_join(t -> 'text', search_join_all(t -> 'covers', null), search_join_all(t -> 'excludes', null),
                     search_join_all(t -> 'figures', 'label'), t #> '{end,text}')
  from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'terms') t
  union all
  select 'instrument', i ->> 'id', doc ->> 'deal', '{}', null, search_since(cast(i ->> 'date' as date)),
         array[i ->> 'id'] || search_names(i -> 'title'), i -> 'title', i -> 'summary'
  from jsonb_array_elements(doc -> 'instruments') i
  union all
  select 'event', e ->> 'id', doc ->> 'deal', '{}', null, search_since(cast(e ->> 'date' as date)),
         array[e ->> 'id'] || search_names(e -> 'title'), e -> 'title', e -> 'text'
  from jsonb_array_elements(doc -> 'events') e
  union all
  select 'event', o ->> 'id', doc ->> 'deal', array_remove(array[o ->> 'region'], null), null,
         search_since(partial_day(o ->> 'date')),
         array[o ->> 'id'] || search_names(o -> 'title'), o -> 'title', o -> 'text'
  from jsonb_array_elements(doc -> 'timeline') o
  union all
  select 'stakeholder', s ->> 'stakeholder', doc ->> 'deal', array_remove(array[who ->> 'region'], null), null, null,
         '{}', coalesce(who -> 'name', jsonb_build_object('fr', s ->> 'stakeholder', 'en', s ->> 'stakeholder')),
         search_join(s -> 'concern', search_join_all(s -> 'holdings', 'text'), search_join_all(s -> 'facts', 'text'))
  from jsonb_array_elements(doc -> 'stakeholders') s
  left join jsonb_array_elements(shared -> 'stakeholders') who on who ->> 'id' = s ->> 'stakeholder'
  union all
  select 'implication', i ->> 'id', doc ->> 'deal', array[i ->> 'region'], i ->> 'theme', null,
         array[i ->> 'id'] || search_names(i -> 'title'), i -> 'title', i -> 'text'
  from jsonb_array_elements(doc -> 'implications') i
  union all
  select 'discrepancy', d ->> 'id', doc ->> 'deal', '{}',
         (select c ->> 'theme' from jsonb_array_elements(doc -> 'clauses') c where c ->> 'id' = d #>> '{clauses,0}'),
         null, array[d ->> 'id'] || search_names(d -> 'title'), d -> 'title',
         search_join(d -> 'says', d -> 'reading', d -> 'why')
  from jsonb_array_elements(doc -> 'discrepancies') d
  union all
  select 'unknown', u ->> 'id', doc ->> 'deal', '{}',
         (select c ->> 'theme' from jsonb_array_elements(doc -> 'clauses') c
          where c ->> 'id' = split_part(u #>> '{terms,0}', '/', 1)),
         null, array[u ->> 'id'] || search_names(u -> 'title'), u -> 'title', u -> 'text'
  from jsonb_array_elements(doc -> 'unknowns') u
$$;

-- What is written about comes before what is said of it: two parts for each kind. One dossier in
-- sixteen is in the small one, and so is what all deals share.
create function search_priority(type text, dossier text) returns smallint language sql immutable as $$
  select cast(2 * coalesce(array_position(
    array['regulation', 'deal', 'stakeholder', 'clause', 'implication', 'instrument', 'event', 'discrepancy',
          'unknown', 'term', 'statement'], type), 12)
    + case when dossier = 'reference' or abs(hashtext(dossier) % 16) = 0 then 0 else 1 end as smallint)
$$;

-- As lexemes, filters are met by the same index as the words.
create function search_filters(type text, deal text, regions text[], theme text) returns tsvector
  language sql immutable as $$
  select array_to_tsvector(array_remove(
    array['type=' || type, 'deal=' || deal, 'theme=' || theme]
      || array(select 'region=' || r from unnest(regions) r where r is not null), null))
$$;

create function count_search_words(of_dossier text, sign integer) returns void language sql as $$
  insert into search_word as known (word, plain, entries)
  select word, search_key(word), sign * count(*)
  from (select distinct e.number, w.word
        from search_entry e,
             regexp_split_to_table(lower(concat_ws(' ', e.title_fr, e.title_en, e.text_fr, e.text_en)),
               '[^a-zA-Z0-9\u00c0-\uffff]+|[\u2010-\u203a]') as w (word)
        where e.dossier = of_dossier and length(w.word) > 2 and w.word !~ '[0-9]') found
  where search_key(word) <> ''
  group by word
  order by word
  on conflict (word) do update set entries = known.entries + excluded.entries;

  delete from search_word where sign < 0 and entries <= 0;
$$;

-- Makes the entries of a dossier those of its current revision; none once it is withdrawn.
create function index_dossier(of_dossier text) returns void language plpgsql as $$
declare
  target bigint;
  doc jsonb;
  shared jsonb;
begin
  perform count_search_words(of_dossier, -1);
  delete from search_entry where dossier = of_dossier;

  select d.current, cast(r.document as jsonb) into target, doc
  from dossier d join revision r on r.dataset = d.current
  where d.id = of_dossier;
  if not found then
    return;
  end if;
  select cast(r.document as jsonb) into shared
  from dossier d join revision r on r.dataset = d.current
  where d.id = 'reference';

  insert into search_entry (dossier, revision, type, id, deal, priority, regions, theme, validity, keys,
                            title_fr, title_en, text_fr, text_en, titles, words)
  select of_dossier, target, s.type, s.id, s.deal,
         search_priority(s.type, of_dossier) + case when s.type = 'stakeholder' and s.deal is not null then 8 else 0 end,
         s.regions, s.theme, s.validity, k.keys,
         s.title ->> 'fr', s.title ->> 'en', s.body ->> 'fr', s.body ->> 'en',
         v.titles,
         v.titles
           || setweight(case when s.type = 'statement' then search_vector(s.title ->> 'fr', s.title ->> 'en') else '' end, 'D')
           || setweight(search_vector(s.body ->> 'fr', s.body ->> 'en'), 'C')
  from (
    select * from search_deal(doc, shared) where doc ? 'deal'
    union all
    select * from search_reference(doc) where not doc ? 'deal') s
  cross join lateral (
    select array(select distinct search_key(k) from unnest(s.keys) k where search_key(k) <> '') as keys offset 0) k
  cross join lateral (
    select setweight(to_tsvector('simple', array_to_string(k.keys, ' ')), 'A')
           || search_filters(s.type, s.deal, s.regions, s.theme)
           || case when s.type = 'statement' then ''
                   else setweight(search_vector(s.title ->> 'fr', s.title ->> 'en'), 'A') end as titles offset 0) v;

  perform count_search_words(of_dossier, 1);
end $$;

-- A publication or withdrawal moves the pointer; the index moves with it, in the same transaction.
create function search_follows() returns trigger language plpgsql as $$
declare
  touched text;
begin
  if tg_op = 'UPDATE' and new.current is not distinct from old.current then
    return null;
  end if;
  perform index_dossier(new.id);
  -- Entries of deals bear the names that the reference gives.
  if tg_op = 'UPDATE' and new.kind = 'reference' then
    for touched in
      select distinct d.id from stakeholder n
      join stakeholder o on o.id = n.id and o.revision = old.current
      join deal_stakeholder s on s.stakeholder = n.id
      join dossier d on d.current = s.revision
      where n.revision = new.current
        and (n.name_fr, n.name_en, n.region) is distinct from (o.name_fr, o.name_en, o.region)
    loop
      perform index_dossier(touched);
    end loop;
  end if;
  return null;
end $$;
create trigger search_follows after insert or update of current on dossier
  for each row execute function search_follows();

-- Everything anew, from the documents. Readers keep the old index until it is done; publications
-- wait (the lock is the one that orders them).
create function rebuild_search() returns bigint language plpgsql as $$
declare
  each text;
begin
  perform pg_advisory_xact_lock(cast(x'436c617573656231' as bigint));
  delete from search_entry e where not exists (select from dossier d where d.id = e.dossier and d.current is not null);
  for each in select id from dossier order by id loop
    perform index_dossier(each);
  end loop;
  return (select count(*) from search_entry);
end $$;

select rebuild_search();
