-- Run once, by the image of PostgreSQL, when its volume is empty.
create role clausebook_owner login password 'local-owner';
create role clausebook login password 'local';
alter role clausebook set statement_timeout = '12s';
alter role clausebook set lock_timeout = '1200ms';
alter role clausebook set idle_in_transaction_session_timeout = '30s';
create database clausebook owner clausebook_owner;
revoke connect, temporary on database clausebook from public;
grant connect on database clausebook to clausebook;
