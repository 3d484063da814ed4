-- A step that locks two tables can meet a publication that has locked the second: this one locks the
-- citations alone.
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
