-- What is not there is answered with the nearest name: found without comparing all.
create index dossier_by_likeness on dossier using gin (id gin_trgm_ops);
create index source_by_likeness on source using gin (id gin_trgm_ops);
