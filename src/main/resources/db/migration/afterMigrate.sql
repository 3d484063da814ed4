-- After every migration: the role of the application, where it has one of its own, may read all and
-- write what publishing writes. It may not change the schema, nor what was published.
do $$
declare
  who constant text := '${applicationRole}';
  final constant text[] := array['publication', 'revision', 'flyway_schema_history'];
  each text;
begin
  if not exists (select from pg_roles where rolname = who) or who = current_user then
    return;
  end if;
  execute format('grant connect on database %I to %I', current_database(), who);
  execute format('grant usage on schema %I to %I', current_schema(), who);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), who);
  execute format('grant usage, select on all sequences in schema %I to %I', current_schema(), who);
  foreach each in array final loop
    execute format('revoke update, delete, truncate on %I from %I', each, who);
  end loop;
  execute format('revoke insert on flyway_schema_history from %I', who);
end $$;
