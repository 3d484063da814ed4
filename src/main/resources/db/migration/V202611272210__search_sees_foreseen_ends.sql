-- The search looks for what holds on a day as everything else does: a foreseen end counts, and what
-- is known to the month or year has happened when that is over.

create function partial_last_day(value text) returns date language sql immutable parallel safe
  return cast(partial_day(value) + case length(value) when 4 then interval '1 year' when 7 then interval '1 month' else interval '1 day' end
    - interval '1 day' as date);

-- The entries that the current revisions of dossiers make. The title of a statement is that of its
-- source: it says where, not what.
create or replace function search_entries(of_dossiers text[]) returns setof search_entry language plpgsql stable as $$
begin
  return query
  with document as materialized (
    select d.id as dossier, d.current as revision, cast(r.document as jsonb) as doc,
           (select coalesce(min(p.dataset) <= search_head(), true) from publication p where p.dossier = d.id) as is_head
    from dossier d join revision r on r.dataset = d.current
    where d.id = any (of_dossiers)
  ),
  deals as materialized (select *, doc ->> 'deal' as deal from document where doc ? 'deal'),
  shared as materialized (
    select s ->> 'id' as id, s ->> 'region' as region, s #>> '{name,fr}' as name_fr, s #>> '{name,en}' as name_en
    from dossier d join revision r on r.dataset = d.current, jsonb_array_elements(cast(r.document as jsonb) -> 'stakeholders') s
    where d.id = 'reference'
  ),
  clauses as materialized (
    select d.dossier, d.revision, d.is_head, d.deal, c ->> 'id' as id, c ->> 'theme' as theme,
           c #>> '{title,fr}' as title_fr, c #>> '{title,en}' as title_en, c, d.doc -> 'events' as events
    from deals d, jsonb_array_elements(d.doc -> 'clauses') c
  ),
  parts as (
    select d.dossier, d.revision, d.is_head, 'statement' as type, (s ->> 'id') || '/' || (x ->> 'id') as id, d.doc ->> 'deal' as deal,
           cast('{}' as text[]) as regions, cast(null as text) as theme, cast(null as datemultirange) as validity,
           x ->> 'id' as key, cast(null as text[]) as names,
           concat_ws(' — ', s #>> '{title,fr}', x #>> '{locator,fr}') as title_fr, concat_ws(' — ', s #>> '{title,en}', x #>> '{locator,en}') as title_en,
           x #>> '{text,fr}' as text_fr, x #>> '{text,en}' as text_en
    from document d, jsonb_array_elements(d.doc -> 'sources') s, jsonb_array_elements(s -> 'statements') x
    union all
    select d.dossier, revision, is_head, 'stakeholder', s ->> 'id', null, array[s ->> 'region'], null, null,
           null, search_names(s -> 'name'), s #>> '{name,fr}', s #>> '{name,en}', s #>> '{description,fr}', s #>> '{description,en}'
    from document d, jsonb_array_elements(doc -> 'stakeholders') s where not doc ? 'deal'
    union all
    select d.dossier, revision, is_head, 'regulation', r ->> 'id', null, array[r ->> 'region'], null, null,
           null, search_names(r -> 'name') || array(select value from jsonb_each_text(r -> 'identifiers')),
           r #>> '{name,fr}', r #>> '{name,en}',
           concat_ws(' ', r #>> '{title,fr}', r #>> '{summary,fr}', search_joined(r -> 'milestones', '{text,fr}')),
           concat_ws(' ', r #>> '{title,en}', r #>> '{summary,en}', search_joined(r -> 'milestones', '{text,en}'))
    from document d, jsonb_array_elements(doc -> 'regulations') r where not doc ? 'deal'
    union all
    select dossier, revision, is_head, 'deal', deal, deal,
           array(select distinct i ->> 'region' from jsonb_array_elements(doc -> 'implications') i), null,
           (select search_since(min(cast(i ->> 'date' as date))) from jsonb_array_elements(doc -> 'instruments') i),
           null, search_names(doc -> 'title'), doc #>> '{title,fr}', doc #>> '{title,en}', doc #>> '{summary,fr}', doc #>> '{summary,en}'
    from deals
    union all
    select dossier, revision, is_head, 'clause', id, deal, '{}', theme,
           (select range_agg(term_period(t, events)) from jsonb_array_elements(c -> 'terms') t),
           null, search_names(c -> 'title'), title_fr, title_en, c #>> '{subject,fr}', c #>> '{subject,en}'
    from clauses
    union all
    select dossier, revision, is_head, 'term', id || '/' || (t ->> 'from'), deal, '{}', theme,
           datemultirange(term_period(t, events)),
           null, null, title_fr, title_en,
           concat_ws(' ', t #>> '{text,fr}', case when t ? 'covers' then search_joined(t -> 'covers', '{fr}') end,
             case when t ? 'excludes' then search_joined(t -> 'excludes', '{fr}') end, case when t ? 'figures' then search_joined(t -> 'figures', '{label,fr}') end, t #>> '{end,text,fr}'),
           concat_ws(' ', t #>> '{text,en}', case when t ? 'covers' then search_joined(t -> 'covers', '{en}') end,
             case when t ? 'excludes' then search_joined(t -> 'excludes', '{en}') end, case when t ? 'figures' then search_joined(t -> 'figures', '{label,en}') end, t #>> '{end,text,en}')
    from clauses, jsonb_array_elements(c -> 'terms') t
    union all
    select dossier, revision, is_head, 'instrument', i ->> 'id', deal, '{}', null, search_since(cast(i ->> 'date' as date)),
           null, search_names(i -> 'title'), i #>> '{title,fr}', i #>> '{title,en}', i #>> '{summary,fr}', i #>> '{summary,en}'
    from deals, jsonb_array_elements(doc -> 'instruments') i
    union all
    select dossier, revision, is_head, 'event', e ->> 'id', deal, '{}', null, search_since(cast(e ->> 'date' as date)),
           null, search_names(e -> 'title'), e #>> '{title,fr}', e #>> '{title,en}', e #>> '{text,fr}', e #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'events') e
    union all
    select dossier, revision, is_head, 'event', o ->> 'id', deal, array_remove(array[o ->> 'region'], null), null,
           search_since(partial_last_day(o ->> 'date')),
           null, search_names(o -> 'title'), o #>> '{title,fr}', o #>> '{title,en}', o #>> '{text,fr}', o #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'timeline') o
    union all
    select dossier, revision, is_head, 'stakeholder', s ->> 'stakeholder', deal, array_remove(array[who.region], null), null, null,
           '', null, coalesce(who.name_fr, s ->> 'stakeholder'), coalesce(who.name_en, s ->> 'stakeholder'),
           concat_ws(' ', s #>> '{concern,fr}', search_joined(s -> 'holdings', '{text,fr}'), search_joined(s -> 'facts', '{text,fr}')),
           concat_ws(' ', s #>> '{concern,en}', search_joined(s -> 'holdings', '{text,en}'), search_joined(s -> 'facts', '{text,en}'))
    from deals cross join jsonb_array_elements(doc -> 'stakeholders') s
    left join shared who on who.id = s ->> 'stakeholder'
    union all
    select dossier, revision, is_head, 'implication', i ->> 'id', deal, array[i ->> 'region'], i ->> 'theme', null,
           null, search_names(i -> 'title'), i #>> '{title,fr}', i #>> '{title,en}', i #>> '{text,fr}', i #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'implications') i
    union all
    select d.dossier, d.revision, d.is_head, 'discrepancy', x ->> 'id', d.deal, '{}', c.theme, null,
           null, search_names(x -> 'title'), x #>> '{title,fr}', x #>> '{title,en}',
           concat_ws(' ', x #>> '{says,fr}', x #>> '{reading,fr}', x #>> '{why,fr}'),
           concat_ws(' ', x #>> '{says,en}', x #>> '{reading,en}', x #>> '{why,en}')
    from deals d cross join jsonb_array_elements(d.doc -> 'discrepancies') x
    left join clauses c on c.dossier = d.dossier and c.id = x #>> '{clauses,0}'
    union all
    select d.dossier, d.revision, d.is_head, 'unknown', u ->> 'id', d.deal, '{}', c.theme, null,
           null, search_names(u -> 'title'), u #>> '{title,fr}', u #>> '{title,en}', u #>> '{text,fr}', u #>> '{text,en}'
    from deals d cross join jsonb_array_elements(d.doc -> 'unknowns') u
    left join clauses c on c.dossier = d.dossier and c.id = split_part(u #>> '{terms,0}', '/', 1)
  )
  select null::bigint, p.dossier, p.revision, p.type, p.id, cast(p.deal as slug), p.regions, p.theme, p.validity,
         p.title_fr, p.title_en, p.text_fr, p.text_en,
         v.titles || setweight(search_vector(p.text_fr, p.text_en), 'C')
           || array_to_tsvector(string_to_array(concat_ws(' ', 'type=' || p.type, 'deal=' || p.deal, 'theme=' || p.theme,
                case when p.is_head then '@head' end,
                case when p.regions <> '{}' then 'region=' || array_to_string(p.regions, ' region=') end,
                case when p.key is null then '=' || search_key(p.id) when p.key <> '' then '=' || search_key(p.key) || ' =' || search_key(p.id) end,
                case when p.names <> '{}' then (select string_agg('=' || k, ' ') from (select search_key(n) as k from unnest(p.names) n) k where k <> '') end,
                case when p.type <> 'statement' and v.titles <> '' then '^' || array_to_string(tsvector_to_array(v.titles), ' ^') end), ' '))
  from parts p
  cross join lateral (
    select setweight(search_vector(p.title_fr, p.title_en), cast(case when p.type = 'statement' then 'D' else 'A' end as "char")) as titles offset 0) v;
end $$;
