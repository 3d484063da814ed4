-- An implication bears the strongest evidence of the statements it cites, so that those a reader does
-- not accept are left out, and counted, without looking at what each of them cites.

alter table implication add column evidence text;

create view implication_evidence as
select c.revision, c.fact_id as implication,
       (array['primary', 'quoted', 'secondary', 'derived', 'unverified'])[
         min(array_position(array['primary', 'quoted', 'secondary', 'derived', 'unverified'], s.evidence))] as evidence
from citation c
join statement s on s.revision = c.statement_revision and s.source = c.source and s.id = c.statement
where c.fact_kind = 'implication'
group by c.revision, c.fact_id;

create function implications_bear_evidence() returns trigger language plpgsql as $$
begin
  update implication i set evidence = e.evidence
  from implication_evidence e
  where e.revision = any (array(select distinct revision from made where fact_kind = 'implication'))
    and i.revision = e.revision and i.id = e.implication;
  return null;
end $$;
create trigger implications_bear_evidence after insert on citation
  referencing new table as made for each statement execute function implications_bear_evidence();
