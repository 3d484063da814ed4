-- An instrument may do something to a clause from a later day on, and the same more than once. The
-- day is null when it is that of the instrument.
alter table effect add column date date;
alter table effect drop constraint effect_pkey;
create unique index effect_once on effect (revision, clause, instrument, kind, date) nulls not distinct;

-- The days on which a term of a dossier holds, given its events: until an instrument replaced or
-- removed it or its foreseen end came, whichever is earlier; empty where that was before it began.
create function term_period(term jsonb, events jsonb) returns daterange language sql immutable parallel safe as $$
  select case when last.day <= began.day then 'empty' else daterange(began.day, last.day) end
  from (select cast(term ->> 'from' as date) as day) began,
       (select cast(term #>> '{end,until}' as date) as foreseen,
               (select cast(e ->> 'date' as date) from jsonb_array_elements(events) e
                where e ->> 'id' = term #>> '{end,event}') as happened) ends,
       lateral (select least(cast(term ->> 'until' as date),
                  case term #>> '{end,rule}'
                    when 'date' then foreseen
                    when 'event' then happened
                    when 'earlier' then least(foreseen, happened)
                    when 'later' then case when num_nulls(foreseen, happened) = 0 then greatest(foreseen, happened) end
                  end) as day) last
$$;

-- A term ends when its foreseen end comes, too: another may begin after that. A link from an
-- implication to a clause or regulation is a fact where a source draws it.
create or replace function project_revisions(targets bigint[]) returns void language plpgsql as $$
declare
  uncited record;
begin
  with document as materialized (
    select r.dataset as revision, r.reference, r.document
    from (select dataset, reference, cast(document as jsonb) as document from revision where dataset = any (targets)) r
  ),
  deal_document as materialized (select * from document where document ? 'deal'),
  reference_document as materialized (select * from document where not document ? 'deal'),
  own_source as materialized (
    select d.revision, s ->> 'id' as id, n as position, s
    from document d, jsonb_array_elements(d.document -> 'sources') with ordinality as t (s, n)
  ),
  a_clause as materialized (
    select d.revision, d.reference, c ->> 'id' as id, n as position, c, d.document -> 'events' as events
    from deal_document d, jsonb_array_elements(d.document -> 'clauses') with ordinality as t (c, n)
  ),
  a_term as materialized (
    select c.revision, c.reference, c.id as clause, t ->> 'from' as valid_from, c.id || '/' || (t ->> 'from') as id, t,
           upper(term_period(t, c.events)) as valid_until
    from a_clause c, jsonb_array_elements(c.c -> 'terms') t
  ),
  an_effect as materialized (
    select c.revision, c.reference, c.id as clause, e ->> 'instrument' as instrument, e ->> 'kind' as kind,
           e ->> 'date' as date, e
    from a_clause c, jsonb_array_elements(c.c -> 'effects') e
  ),
  an_instrument as materialized (
    select d.revision, d.reference, i ->> 'id' as id, i
    from deal_document d, jsonb_array_elements(d.document -> 'instruments') i
  ),
  an_event as materialized (
    select d.revision, d.reference, e ->> 'id' as id, e
    from deal_document d, jsonb_array_elements(d.document -> 'events') e
  ),
  an_occurrence as materialized (
    select d.revision, d.reference, o ->> 'id' as id, o
    from deal_document d, jsonb_array_elements(d.document -> 'timeline') o
  ),
  a_stakeholder as materialized (
    select d.revision, d.reference, s ->> 'stakeholder' as id, n as position, s
    from deal_document d, jsonb_array_elements(d.document -> 'stakeholders') with ordinality as t (s, n)
  ),
  a_holding as materialized (
    select s.revision, s.reference, s.id as stakeholder, h
    from a_stakeholder s, jsonb_array_elements(s.s -> 'holdings') h
  ),
  an_implication as materialized (
    select d.revision, d.reference, i ->> 'id' as id, n as position, i
    from deal_document d, jsonb_array_elements(d.document -> 'implications') with ordinality as t (i, n)
  ),
  a_discrepancy as materialized (
    select d.revision, d.reference, x ->> 'id' as id, n as position, x
    from deal_document d, jsonb_array_elements(d.document -> 'discrepancies') with ordinality as t (x, n)
  ),
  an_unknown as materialized (
    select d.revision, d.reference, u ->> 'id' as id, n as position, u
    from deal_document d, jsonb_array_elements(d.document -> 'unknowns') with ordinality as t (u, n)
  ),
  a_regulation as materialized (
    select d.revision, r ->> 'id' as id, r
    from reference_document d, jsonb_array_elements(d.document -> 'regulations') r
  ),
  a_milestone as materialized (
    select r.revision, r.id as regulation, m
    from a_regulation r, jsonb_array_elements(r.r -> 'milestones') m
  ),
  a_fact as materialized (
    select revision, reference, 'deal' as kind, document ->> 'deal' as id, document -> 'cites' as cites from deal_document
    union all select revision, reference, 'instrument', id, i -> 'cites' from an_instrument
    union all select revision, reference, 'event', id, e -> 'cites' from an_event
    union all select revision, reference, 'term', id, t -> 'cites' from a_term
    union all select revision, reference, 'effect', concat_ws('/', clause, instrument, kind, date), e -> 'cites' from an_effect
    union all select revision, reference, 'stakeholder', id, s -> 'cites' from a_stakeholder
    union all select s.revision, s.reference, 'stakeholderFact', s.id || '/' || n, f -> 'cites'
      from a_stakeholder s, jsonb_array_elements(s.s -> 'facts') with ordinality as t (f, n)
    union all select revision, reference, 'holding', stakeholder || '/' || (h ->> 'of') || '/' || (h ->> 'from'), h -> 'cites' from a_holding
    union all select revision, reference, 'implication', id, i -> 'cites' from an_implication
    union all select a.revision, a.reference, 'clauseLink', a.id || '/' || (l ->> 'clause'), l -> 'cites'
      from an_implication a, jsonb_array_elements(a.i -> 'clauses') l where jsonb_array_length(l -> 'cites') > 0
    union all select a.revision, a.reference, 'regulationLink', a.id || '/' || (l ->> 'regulation'), l -> 'cites'
      from an_implication a, jsonb_array_elements(a.i -> 'regulations') l where jsonb_array_length(l -> 'cites') > 0
    union all select revision, reference, 'discrepancy', id, x -> 'cites' from a_discrepancy
    union all select revision, reference, 'occurrence', id, o -> 'cites' from an_occurrence
    union all select revision, reference, 'unknown', id, u -> 'cites' from an_unknown
    union all select revision, null, 'regulation', id, r -> 'cites' from a_regulation
    union all select revision, null, 'milestone', regulation || '/' || (m ->> 'id'), m -> 'cites' from a_milestone
  ),
  a_figure as (
    select revision, 'term' as fact_kind, id as fact_id, f
    from a_term, jsonb_array_elements(t -> 'figures') f
    union all
    select revision, 'occurrence', id, f
    from an_occurrence, jsonb_array_elements(o -> 'figures') f
  ),
  to_source as (
    insert into source (revision, id, position, kind, title_fr, title_en, published, url)
    select revision, id, position, s ->> 'kind', s #>> '{title,fr}', s #>> '{title,en}', s ->> 'published', s ->> 'url' from own_source),
  to_statement as (
    insert into statement (revision, source, id, position, mode, evidence, locator_fr, locator_en, text_fr, text_en)
    select s.revision, s.id, x ->> 'id', n, x ->> 'mode', x ->> 'evidence',
           x #>> '{locator,fr}', x #>> '{locator,en}', x #>> '{text,fr}', x #>> '{text,en}'
    from own_source s, jsonb_array_elements(s.s -> 'statements') with ordinality as t (x, n)),
  to_region as (
    insert into region (revision, id, parent, name_fr, name_en)
    select d.revision, r ->> 'id', r ->> 'parent', r #>> '{name,fr}', r #>> '{name,en}'
    from reference_document d, jsonb_array_elements(d.document -> 'regions') r),
  to_stakeholder as (
    insert into stakeholder (revision, id, kind, region, name_fr, name_en, description_fr, description_en)
    select d.revision, s ->> 'id', s ->> 'kind', s ->> 'region', s #>> '{name,fr}', s #>> '{name,en}',
           s #>> '{description,fr}', s #>> '{description,en}'
    from reference_document d, jsonb_array_elements(d.document -> 'stakeholders') s),
  to_regulation as (
    insert into regulation (revision, id, kind, region, name_fr, name_en, title_fr, title_en)
    select revision, id, r ->> 'kind', r ->> 'region', r #>> '{name,fr}', r #>> '{name,en}', r #>> '{title,fr}', r #>> '{title,en}'
    from a_regulation),
  to_regulation_authority as (
    insert into regulation_authority (revision, regulation, authority)
    select revision, id, a from a_regulation, jsonb_array_elements_text(r -> 'authorities') a),
  to_milestone as (
    insert into milestone (revision, regulation, id, date, precision, text_fr, text_en)
    select revision, regulation, m ->> 'id', partial_day(m ->> 'date'), partial_precision(m ->> 'date'),
           m #>> '{text,fr}', m #>> '{text,en}'
    from a_milestone),
  to_deal as (
    insert into deal (revision, id, reference, status, reviewed, first_signed, title_fr, title_en, summary_fr, summary_en)
    select d.revision, d.document ->> 'deal', d.reference, d.document ->> 'status', cast(d.document ->> 'reviewed' as date),
      (select min(cast(i ->> 'date' as date)) from jsonb_array_elements(d.document -> 'instruments') i),
      d.document #>> '{title,fr}', d.document #>> '{title,en}', d.document #>> '{summary,fr}', d.document #>> '{summary,en}'
    from deal_document d),
  to_deal_party as (
    insert into deal_party (revision, reference, stakeholder)
    select d.revision, d.reference, p from deal_document d, jsonb_array_elements_text(d.document -> 'parties') p),
  to_instrument as (
    insert into instrument (revision, id, kind, date, binding, title_fr, title_en, summary_fr, summary_en)
    select revision, id, i ->> 'kind', cast(i ->> 'date' as date), cast(i ->> 'binding' as boolean),
           i #>> '{title,fr}', i #>> '{title,en}', i #>> '{summary,fr}', i #>> '{summary,en}'
    from an_instrument),
  to_pending_event as (
    insert into pending_event (revision, id, status, date, title_fr, title_en, text_fr, text_en)
    select revision, id, e ->> 'status', cast(e ->> 'date' as date),
           e #>> '{title,fr}', e #>> '{title,en}', e #>> '{text,fr}', e #>> '{text,en}'
    from an_event),
  to_clause as (
    insert into clause (revision, id, position, theme, title_fr, title_en, subject_fr, subject_en)
    select revision, id, position, c ->> 'theme', c #>> '{title,fr}', c #>> '{title,en}', c #>> '{subject,fr}', c #>> '{subject,en}'
    from a_clause),
  to_clause_stakeholder as (
    insert into clause_stakeholder (revision, clause, reference, stakeholder, side)
    select revision, id, reference, s, side
    from a_clause, (values ('binds'), ('benefits')) as sides (side), jsonb_array_elements_text(c -> side) s),
  to_term as (
    insert into term (revision, clause, valid_from, valid_until, introduced_by, exclusive, end_rule, end_until, end_event, text_fr, text_en)
    select revision, clause, cast(valid_from as date), valid_until, t ->> 'introducedBy',
           cast(t ->> 'exclusive' as boolean), t #>> '{end,rule}', cast(t #>> '{end,until}' as date),
           t #>> '{end,event}', t #>> '{text,fr}', t #>> '{text,en}'
    from a_term),
  to_effect as (
    insert into effect (revision, clause, instrument, kind, date, text_fr, text_en)
    select revision, clause, instrument, kind, cast(date as date), e #>> '{text,fr}', e #>> '{text,en}' from an_effect),
  to_silence as (
    insert into silence (revision, instrument, clause)
    select revision, id, s from an_instrument, jsonb_array_elements_text(i -> 'silentOn') s),
  to_deal_stakeholder as (
    insert into deal_stakeholder (revision, reference, stakeholder, position, role, concern_fr, concern_en)
    select revision, reference, id, position, s ->> 'role', s #>> '{concern,fr}', s #>> '{concern,en}' from a_stakeholder),
  to_holding as (
    insert into holding (revision, stakeholder, reference, held, valid_from, valid_until, percent, value, currency, text_fr, text_en)
    select revision, stakeholder, reference, h ->> 'of', cast(h ->> 'from' as date), cast(h ->> 'until' as date),
           cast(h #>> '{share,percent}' as numeric), cast(h #>> '{value,value}' as numeric), h #>> '{value,currency}',
           h #>> '{text,fr}', h #>> '{text,en}'
    from a_holding),
  to_implication as (
    insert into implication (revision, id, position, reference, region, nature, theme, certainty, title_fr, title_en, text_fr, text_en)
    select revision, id, position, reference, i ->> 'region', i ->> 'nature', i ->> 'theme', i ->> 'certainty',
           i #>> '{title,fr}', i #>> '{title,en}', i #>> '{text,fr}', i #>> '{text,en}'
    from an_implication),
  to_implication_stakeholder as (
    insert into implication_stakeholder (revision, implication, reference, stakeholder)
    select revision, id, reference, s from an_implication, jsonb_array_elements_text(i -> 'stakeholders') s),
  to_implication_clause as (
    insert into implication_clause (revision, implication, clause, basis)
    select revision, id, l ->> 'clause', l ->> 'basis' from an_implication, jsonb_array_elements(i -> 'clauses') l),
  to_implication_regulation as (
    insert into implication_regulation (revision, implication, reference, regulation, basis)
    select revision, id, reference, l ->> 'regulation', l ->> 'basis' from an_implication, jsonb_array_elements(i -> 'regulations') l),
  to_discrepancy as (
    insert into discrepancy (revision, id, position, verdict, source, says_fr, says_en, reading_fr, reading_en, why_fr, why_en)
    select revision, id, position, x ->> 'verdict', x ->> 'source', x #>> '{says,fr}', x #>> '{says,en}',
           x #>> '{reading,fr}', x #>> '{reading,en}', x #>> '{why,fr}', x #>> '{why,en}'
    from a_discrepancy),
  to_discrepancy_statement as (
    insert into discrepancy_statement (revision, discrepancy, statement_revision, source, statement)
    select d.revision, d.id, case when own.id is null then d.reference else d.revision end, split_part(y, '/', 1), split_part(y, '/', 2)
    from a_discrepancy d cross join jsonb_array_elements_text(d.x -> 'statements') y
    left join own_source own on own.revision = d.revision and own.id = split_part(y, '/', 1)),
  to_unknown as (
    insert into unknown (revision, id, position, missing, reason, title_fr, title_en, text_fr, text_en)
    select revision, id, position, u ->> 'missing', u ->> 'reason', u #>> '{title,fr}', u #>> '{title,en}', u #>> '{text,fr}', u #>> '{text,en}'
    from an_unknown),
  to_unknown_term as (
    insert into unknown_term (revision, unknown, clause, valid_from)
    select revision, id, split_part(y, '/', 1), cast(split_part(y, '/', 2) as date)
    from an_unknown, jsonb_array_elements_text(u -> 'terms') y),
  to_occurrence as (
    insert into occurrence (revision, id, date, precision, title_fr, title_en, text_fr, text_en)
    select revision, id, partial_day(o ->> 'date'), partial_precision(o ->> 'date'),
           o #>> '{title,fr}', o #>> '{title,en}', o #>> '{text,fr}', o #>> '{text,en}'
    from an_occurrence),
  to_figure as (
    insert into figure (revision, fact_kind, fact_id, id, disclosed, amount, currency, percent, qualifier, label_fr, label_en)
    select revision, fact_kind, fact_id, f ->> 'id', cast(f ->> 'disclosed' as boolean),
           cast(f #>> '{amount,value}' as numeric), f #>> '{amount,currency}', cast(f #>> '{share,percent}' as numeric),
           coalesce(f #>> '{amount,qualifier}', f #>> '{share,qualifier}'), f #>> '{label,fr}', f #>> '{label,en}'
    from a_figure),
  to_fact as (
    insert into fact (revision, kind, id) select revision, kind, id from a_fact)
  insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
  select f.revision, f.kind, f.id, case when own.id is null then coalesce(f.reference, f.revision) else f.revision end,
         split_part(y, '/', 1), split_part(y, '/', 2)
  from a_fact f cross join jsonb_array_elements_text(f.cites) y
  left join own_source own on own.revision = f.revision and own.id = split_part(y, '/', 1);

  -- An unsupported statement is told without better evidence, and what nobody speaks of is unknown
  -- all the same; every other fact has a source.
  select f.kind, f.id into uncited
  from fact f
  where f.revision = any (targets) and f.kind not in ('discrepancy', 'unknown')
    and not exists (select from citation c where c.revision = f.revision and c.fact_kind = f.kind and c.fact_id = f.id)
  limit 1;
  if found then
    raise exception 'the % % cites no statement', uncited.kind, uncited.id using errcode = 'check_violation';
  end if;
end $$;
