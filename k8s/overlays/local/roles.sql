-- Run once, by the image of PostgreSQL, when its volume is empty.
create role clausebook_owner login password 'local-owner';
create role clausebook login password 'local';
create database clausebook owner clausebook_owner;
revoke connect on database clausebook from public;
grant connect on database clausebook to clausebook;
