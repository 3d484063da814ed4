-- Whose a source is, is asked of all revisions: the newest that has it answers, at one look.
create index source_by_newest_revision on source (id, revision);
drop index source_by_id;
