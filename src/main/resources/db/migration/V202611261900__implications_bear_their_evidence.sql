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
