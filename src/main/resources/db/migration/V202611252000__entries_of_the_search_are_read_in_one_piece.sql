-- The vector of an entry is kept beside the rest of it. Put away in pieces, it was fetched and
-- unpacked again for each thing that is asked of it when results are ranked. Entries that are there
-- stay as they are until their dossier is published again, or the index is rebuilt.
alter table search_entry set (toast_tuple_target = 8160);
