-- What a write with an Idempotency-Key came to. It is stored in the transaction of the write itself,
-- so a repetition is answered as the first time, or the write never was.
create table repeatable_write (
  issuer text not null,
  subject text not null,
  route text not null,
  key text not null,
  fingerprint char(64) not null,
  status integer not null,
  tag text not null,
  location text not null,
  media_type text not null,
  language text not null,
  report bytea not null,
  written_at timestamptz not null default now(),
  primary key (issuer, subject, route, key)
);
create index repeatable_write_by_age on repeatable_write (written_at);
