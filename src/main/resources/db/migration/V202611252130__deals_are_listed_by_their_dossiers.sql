-- Nothing looks for a deal's rows by its slug any more: the list goes by the dossiers.
drop index deal_by_id;
