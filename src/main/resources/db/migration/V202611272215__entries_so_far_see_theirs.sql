-- In a step of its own: the one before would hold its locks for as long as this takes.
update search_entry e set validity = p.validity
from (
  select d.current as revision, 'term' as type, (c ->> 'id') || '/' || (t ->> 'from') as id, datemultirange(term_period(t, r.document -> 'events')) as validity
  from dossier d
  join (select dataset, cast(document as jsonb) as document from revision) r on r.dataset = d.current
  cross join jsonb_array_elements(r.document -> 'clauses') c
  cross join jsonb_array_elements(c -> 'terms') t
  union all
  select d.current, 'clause', c ->> 'id', (select range_agg(term_period(t, r.document -> 'events')) from jsonb_array_elements(c -> 'terms') t)
  from dossier d
  join (select dataset, cast(document as jsonb) as document from revision) r on r.dataset = d.current
  cross join jsonb_array_elements(r.document -> 'clauses') c
  union all
  select d.current, 'event', o ->> 'id', search_since(partial_last_day(o ->> 'date'))
  from dossier d
  join (select dataset, cast(document as jsonb) as document from revision) r on r.dataset = d.current
  cross join jsonb_array_elements(r.document -> 'timeline') o
) p
where e.revision = p.revision and e.type = p.type and e.id = p.id and e.validity is distinct from p.validity;
