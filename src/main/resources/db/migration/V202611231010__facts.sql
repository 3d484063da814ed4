-- The parts of each revision as rows: what the database itself must refuse, what is asked across
-- deals. The document of the revision is the truth; these rows are projected from it by
-- project_revision in the transaction that publishes it.

create table fact (
  revision bigint not null references revision (dataset),
  kind text not null,
  id text not null,
  primary key (revision, kind, id)
);

create table source (
  revision bigint not null references revision (dataset),
  id slug not null,
  position integer not null,
  kind text not null,
  title_fr prose,
  title_en prose,
  published text,
  url text check (url ~ '^https://'),
  primary key (revision, id)
);
create index source_by_id on source (id);

create table statement (
  revision bigint not null,
  source slug not null,
  id slug not null,
  position integer not null,
  mode text not null check (mode in ('asserted', 'possible', 'predicted')),
  evidence text not null check (evidence in ('primary', 'quoted', 'secondary', 'derived', 'unverified')),
  locator_fr prose,
  locator_en prose,
  text_fr prose,
  text_en prose,
  primary key (revision, source, id),
  foreign key (revision, source) references source
);

-- From a fact to the statement that bears it out. A deal may cite a statement of the reference.
create table citation (
  revision bigint not null,
  fact_kind text not null,
  fact_id text not null,
  statement_revision bigint not null,
  source slug not null,
  statement slug not null,
  primary key (revision, fact_kind, fact_id, source, statement),
  foreign key (revision, fact_kind, fact_id) references fact (revision, kind, id),
  foreign key (statement_revision, source, statement) references statement (revision, source, id)
);
create index citation_by_statement on citation (statement_revision, source, statement);

create table region (
  revision bigint not null references revision (dataset),
  id region_code not null,
  parent region_code,
  name_fr prose,
  name_en prose,
  primary key (revision, id),
  foreign key (revision, parent) references region
);

create table stakeholder (
  revision bigint not null references revision (dataset),
  id slug not null,
  kind text not null,
  region region_code,
  name_fr prose,
  name_en prose,
  description_fr prose,
  description_en prose,
  primary key (revision, id),
  foreign key (revision, region) references region
);

create table regulation (
  revision bigint not null references revision (dataset),
  id slug not null,
  kind text not null,
  region region_code not null,
  name_fr prose,
  name_en prose,
  title_fr prose,
  title_en prose,
  primary key (revision, id),
  foreign key (revision, region) references region
);

create table regulation_authority (
  revision bigint not null,
  regulation slug not null,
  authority slug not null,
  primary key (revision, regulation, authority),
  foreign key (revision, regulation) references regulation,
  foreign key (revision, authority) references stakeholder
);

create table milestone (
  revision bigint not null,
  regulation slug not null,
  id slug not null,
  date date not null,
  precision text not null check (precision in ('day', 'month', 'year')),
  text_fr prose,
  text_en prose,
  primary key (revision, regulation, id),
  foreign key (revision, regulation) references regulation
);

create table deal (
  revision bigint primary key references revision (dataset),
  id slug not null,
  -- The reference revision that regions, regulations and stakeholders below are resolved in.
  reference bigint not null references revision (dataset),
  status text not null check (status in ('announced', 'active', 'ended')),
  reviewed date not null,
  first_signed date,
  title_fr prose,
  title_en prose,
  summary_fr prose,
  summary_en prose
);
create index deal_by_id on deal (id);

create table deal_party (
  revision bigint not null references deal,
  reference bigint not null,
  stakeholder slug not null,
  primary key (revision, stakeholder),
  foreign key (reference, stakeholder) references stakeholder (revision, id)
);
create index deal_party_by_stakeholder on deal_party (stakeholder, revision);

create table instrument (
  revision bigint not null references deal,
  id slug not null,
  kind text not null check (kind in ('investment', 'extension', 'memorandum', 'definitiveAgreement', 'jointStatement', 'amendment')),
  date date not null,
  binding boolean not null,
  title_fr prose,
  title_en prose,
  summary_fr prose,
  summary_en prose,
  primary key (revision, id)
);

create table pending_event (
  revision bigint not null references deal,
  id slug not null,
  status text not null check (status in ('pending', 'occurred', 'disputed')),
  date date,
  title_fr prose,
  title_en prose,
  text_fr prose,
  text_en prose,
  primary key (revision, id),
  check ((status = 'occurred') = (date is not null))
);

create table clause (
  revision bigint not null references deal,
  id slug not null,
  position integer not null,
  theme text not null check (theme in ('governance', 'intellectualProperty', 'cloudAndCompute', 'independence', 'economics')),
  title_fr prose,
  title_en prose,
  subject_fr prose,
  subject_en prose,
  primary key (revision, id)
);

create table clause_stakeholder (
  revision bigint not null,
  clause slug not null,
  reference bigint not null,
  stakeholder slug not null,
  side text not null check (side in ('binds', 'benefits')),
  primary key (revision, clause, stakeholder, side),
  foreign key (revision, clause) references clause,
  foreign key (reference, stakeholder) references stakeholder (revision, id)
);

create table term (
  revision bigint not null,
  clause slug not null,
  valid_from date not null,
  valid_until date,
  introduced_by slug not null,
  exclusive boolean,
  end_rule text check (end_rule in ('date', 'event', 'earlier', 'later')),
  end_until date,
  end_event slug,
  text_fr prose,
  text_en prose,
  primary key (revision, clause, valid_from),
  foreign key (revision, clause) references clause,
  foreign key (revision, introduced_by) references instrument,
  foreign key (revision, end_event) references pending_event,
  check (valid_from < valid_until),
  check (end_rule is distinct from 'date' or (end_until is not null and end_event is null)),
  check (end_rule is distinct from 'event' or (end_event is not null and end_until is null)),
  check (end_rule is null or end_rule in ('date', 'event') or (end_until is not null and end_event is not null)),
  check (end_rule is not null or (end_until is null and end_event is null)),
  -- Two terms of one clause never hold on one day.
  constraint terms_never_overlap exclude using gist (
    revision with =, clause with =, daterange(valid_from, valid_until) with &&)
);

-- A number that a term or an occurrence turns on: an amount with its currency, a share, or neither
-- when it is not disclosed.
create table figure (
  revision bigint not null references deal,
  fact_kind text not null,
  fact_id text not null,
  id slug not null,
  disclosed boolean not null,
  amount numeric(20, 2) check (amount >= 0),
  currency char(3) check (currency ~ '^[A-Z]{3}$'),
  percent numeric(9, 6) check (percent between 0 and 100),
  qualifier text check (qualifier in ('exact', 'about', 'upTo', 'atLeast', 'atMost')),
  label_fr prose,
  label_en prose,
  primary key (revision, fact_kind, fact_id, id),
  foreign key (revision, fact_kind, fact_id) references fact (revision, kind, id),
  constraint amount_has_currency check ((amount is null) = (currency is null)),
  check (disclosed = (num_nonnulls(amount, percent) = 1)),
  check (disclosed or num_nonnulls(amount, percent) = 0),
  check (disclosed = (qualifier is not null))
);

create table effect (
  revision bigint not null,
  clause slug not null,
  instrument slug not null,
  kind text not null check (kind in ('created', 'substituted', 'extended', 'narrowed', 'capped', 'removed', 'revived', 'clarified', 'reaffirmed')),
  text_fr prose,
  text_en prose,
  primary key (revision, clause, instrument, kind),
  foreign key (revision, clause) references clause,
  foreign key (revision, instrument) references instrument
);

-- A later instrument that neither changes nor restates a clause then in force.
create table silence (
  revision bigint not null,
  instrument slug not null,
  clause slug not null,
  primary key (revision, instrument, clause),
  foreign key (revision, instrument) references instrument,
  foreign key (revision, clause) references clause
);

create table deal_stakeholder (
  revision bigint not null references deal,
  reference bigint not null,
  stakeholder slug not null,
  position integer not null,
  role text not null,
  concern_fr prose,
  concern_en prose,
  primary key (revision, stakeholder),
  foreign key (reference, stakeholder) references stakeholder (revision, id)
);
create index deal_stakeholder_by_stakeholder on deal_stakeholder (stakeholder, revision);

create table holding (
  revision bigint not null,
  stakeholder slug not null,
  reference bigint not null,
  held slug not null,
  valid_from date not null,
  valid_until date,
  percent numeric(9, 6) check (percent between 0 and 100),
  value numeric(20, 2) check (value >= 0),
  currency char(3) check (currency ~ '^[A-Z]{3}$'),
  text_fr prose,
  text_en prose,
  primary key (revision, stakeholder, held, valid_from),
  foreign key (revision, stakeholder) references deal_stakeholder,
  foreign key (reference, held) references stakeholder (revision, id),
  check (valid_from < valid_until),
  constraint value_has_currency check ((value is null) = (currency is null)),
  constraint holdings_never_overlap exclude using gist (
    revision with =, stakeholder with =, held with =, daterange(valid_from, valid_until) with &&)
);

create table implication (
  revision bigint not null references deal,
  id slug not null,
  position integer not null,
  reference bigint not null,
  region region_code not null,
  nature text not null check (nature in ('opportunity', 'challenge', 'obligation', 'neutral')),
  theme text not null,
  certainty text not null check (certainty in ('asserted', 'possible', 'predicted')),
  title_fr prose,
  title_en prose,
  text_fr prose,
  text_en prose,
  primary key (revision, id),
  foreign key (reference, region) references region (revision, id)
);
create index implication_by_region on implication (region, revision);

create table implication_stakeholder (
  revision bigint not null,
  implication slug not null,
  reference bigint not null,
  stakeholder slug not null,
  primary key (revision, implication, stakeholder),
  foreign key (revision, implication) references implication,
  foreign key (reference, stakeholder) references stakeholder (revision, id)
);

create table implication_clause (
  revision bigint not null,
  implication slug not null,
  clause slug not null,
  basis text not null check (basis in ('stated', 'editorial')),
  primary key (revision, implication, clause),
  foreign key (revision, implication) references implication,
  foreign key (revision, clause) references clause
);

create table implication_regulation (
  revision bigint not null,
  implication slug not null,
  reference bigint not null,
  regulation slug not null,
  basis text not null check (basis in ('stated', 'editorial')),
  primary key (revision, implication, regulation),
  foreign key (revision, implication) references implication,
  foreign key (reference, regulation) references regulation (revision, id)
);
create index implication_regulation_by_regulation on implication_regulation (regulation, revision);

create table discrepancy (
  revision bigint not null references deal,
  id slug not null,
  position integer not null,
  verdict text not null check (verdict in ('contradicted', 'imprecise', 'unsupported', 'outdated', 'omission')),
  source slug not null,
  says_fr prose,
  says_en prose,
  reading_fr prose,
  reading_en prose,
  why_fr prose,
  why_en prose,
  primary key (revision, id)
);

create table discrepancy_statement (
  revision bigint not null,
  discrepancy slug not null,
  statement_revision bigint not null,
  source slug not null,
  statement slug not null,
  primary key (revision, discrepancy, source, statement),
  foreign key (revision, discrepancy) references discrepancy,
  foreign key (statement_revision, source, statement) references statement (revision, source, id)
);

create table unknown (
  revision bigint not null references deal,
  id slug not null,
  position integer not null,
  missing text not null,
  reason text not null check (reason in ('notPublished', 'redacted', 'notFound', 'notSearched', 'pending')),
  title_fr prose,
  title_en prose,
  text_fr prose,
  text_en prose,
  primary key (revision, id)
);

create table unknown_term (
  revision bigint not null,
  unknown slug not null,
  clause slug not null,
  valid_from date not null,
  primary key (revision, unknown, clause, valid_from),
  foreign key (revision, unknown) references unknown,
  foreign key (revision, clause, valid_from) references term
);

create table occurrence (
  revision bigint not null references deal,
  id slug not null,
  date date not null,
  precision text not null check (precision in ('day', 'month', 'year')),
  title_fr prose,
  title_en prose,
  text_fr prose,
  text_en prose,
  primary key (revision, id)
);
