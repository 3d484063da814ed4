-- In a step of its own: the first would hold its lock on the table for as long as this takes.
update implication i set evidence = e.evidence
from implication_evidence e
where i.revision = e.revision and i.id = e.implication and i.evidence is null;
