-- Those of the revisions that are there. What a later publication brought is there already.
create temporary table a_link on commit drop as
select r.revision, r.reference, l.kind, l.id, l.cites
from (select dataset as revision, reference, cast(document as jsonb) as document from revision) r
cross join jsonb_array_elements(r.document -> 'implications') i
cross join lateral (
  select 'clauseLink' as kind, (i ->> 'id') || '/' || (c ->> 'clause') as id, c -> 'cites' as cites from jsonb_array_elements(i -> 'clauses') c
  union all
  select 'regulationLink', (i ->> 'id') || '/' || (c ->> 'regulation'), c -> 'cites' from jsonb_array_elements(i -> 'regulations') c) l
where jsonb_array_length(l.cites) > 0;

insert into fact (revision, kind, id)
select revision, kind, id from a_link
on conflict do nothing;

insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
select l.revision, l.kind, l.id, case when own.id is null then coalesce(l.reference, l.revision) else l.revision end,
       split_part(y, '/', 1), split_part(y, '/', 2)
from a_link l
cross join jsonb_array_elements_text(l.cites) y
left join source own on own.revision = l.revision and own.id = split_part(y, '/', 1)
on conflict do nothing;
