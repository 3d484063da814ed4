-- The revision of a dossier that readers saw after a publication; null before the first, and once
-- withdrawn.
create function revision_after(of_dossier text, of_dataset bigint) returns bigint
language sql stable parallel safe as $$
  select case action when 'published' then dataset end
  from publication
  where dossier = of_dossier and dataset <= of_dataset
  order by dataset desc limit 1
$$;

-- What cites a statement is asked by the source, whichever revision of it was cited.
create index citation_by_source on citation (source, statement);
create index discrepancy_statement_by_source on discrepancy_statement (source, statement);
