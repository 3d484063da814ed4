-- Every replica hears of a publication when it becomes visible, and not before.
create function announce_publication() returns trigger language plpgsql as $$
begin
  perform pg_notify('clausebook_publication', new.dataset::text);
  return null;
end $$;

create trigger publication_is_announced after insert on publication
  for each row execute function announce_publication();
