-- A list of deals tells the number of each revision: found without reading the documents beside it.
create index revision_number on revision (dataset) include (number);
