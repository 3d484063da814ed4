-- A dossier is everything about one deal, or the reference that all deals share. Each accepted
-- state of it is an immutable revision; a dossier points at its current one.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create domain slug as varchar(80) check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
create domain region_code as varchar(16) check (value ~ '^[A-Z][A-Z0-9]+$');
-- A text that is there: every language column is of this type, so a text in one language is refused.
create domain prose as text not null check (value ~ '[^[:space:]]');

-- What was accepted, in the order it became visible. One log serves as the clock of the whole
-- record (dataset), the audit trail (who, why, chained hashes) and the feed of changes.
create table publication (
  dataset bigint primary key,
  dossier slug not null,
  action text not null check (action in ('published', 'withdrawn')),
  kind text not null check (kind in ('worldChanged', 'correction', 'editorial')),
  number integer not null check (number > 0),
  published_at timestamptz not null unique,
  issuer text not null,
  subject text not null,
  request_id text not null,
  note prose,
  previous_hash char(64) not null,
  hash char(64) not null unique
);
create index publication_by_dossier on publication (dossier, dataset desc);

create table revision (
  dossier slug not null,
  number integer not null check (number > 0),
  dataset bigint not null unique references publication,
  -- The reference revision it was checked against; null for the reference itself.
  reference bigint references revision (dataset),
  content_hash char(64) not null,
  document json not null,
  primary key (dossier, number)
);

create table dossier (
  id slug primary key,
  kind text not null check (kind in ('deal', 'reference')),
  -- The revision readers see; null once withdrawn.
  current bigint unique references revision (dataset),
  version integer not null default 0,
  check (kind = 'deal' or id = 'reference')
);

-- Past states are evidence: nobody changes or removes them, not even the application.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger publication_is_final before update or delete or truncate on publication
  for each statement execute function refuse_change();
create trigger revision_is_final before update or delete or truncate on revision
  for each statement execute function refuse_change();

-- One key for the whole installation, so that any replica accepts a cursor that another one made.
create table cursor_key (
  id boolean primary key default true check (id),
  secret text not null default gen_random_uuid()::text || gen_random_uuid()::text
);
insert into cursor_key default values;
