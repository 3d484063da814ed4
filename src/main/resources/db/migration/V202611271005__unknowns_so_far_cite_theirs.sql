-- Those of the revisions that are there. What a later publication brought is there already.
insert into fact (revision, kind, id)
select revision, 'unknown', id from unknown
on conflict do nothing;

insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
select r.dataset, 'unknown', u ->> 'id',
       case when own.id is null then coalesce(r.reference, r.dataset) else r.dataset end,
       split_part(y, '/', 1), split_part(y, '/', 2)
from (select dataset, reference, cast(document as jsonb) as document from revision) r
cross join jsonb_array_elements(r.document -> 'unknowns') u
cross join jsonb_array_elements_text(u -> 'cites') y
left join source own on own.revision = r.dataset and own.id = split_part(y, '/', 1)
on conflict do nothing;
