-- Many dossiers are published at once as cheaply as each of them can be: what is derived from them is
-- derived by one statement for all, not by fifty for each. One dossier is a set of one.

drop function project_revision(bigint), project_deal(bigint, bigint, jsonb), project_reference(bigint, jsonb),
  project_sources(bigint, jsonb), project_facts(bigint, bigint, text, jsonb), project_figures(bigint, text, text, jsonb);

-- Writes the parts of revisions into rows; whatever the tables refuse, the publication fails with. A
-- statement that is cited is looked for in the revision itself, then in its reference; a citation
-- that resolves to neither violates its foreign key.
create function project_revisions(targets bigint[]) returns void language plpgsql as $$
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
    select d.revision, d.reference, c ->> 'id' as id, n as position, c
    from deal_document d, jsonb_array_elements(d.document -> 'clauses') with ordinality as t (c, n)
  ),
  a_term as materialized (
    select c.revision, c.reference, c.id as clause, t ->> 'from' as valid_from, c.id || '/' || (t ->> 'from') as id, t
    from a_clause c, jsonb_array_elements(c.c -> 'terms') t
  ),
  an_effect as materialized (
    select c.revision, c.reference, c.id as clause, e ->> 'instrument' as instrument, e ->> 'kind' as kind, e
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
    select d.revision, u ->> 'id' as id, n as position, u
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
    union all select revision, reference, 'effect', clause || '/' || instrument || '/' || kind, e -> 'cites' from an_effect
    union all select revision, reference, 'stakeholder', id, s -> 'cites' from a_stakeholder
    union all select s.revision, s.reference, 'stakeholderFact', s.id || '/' || n, f -> 'cites'
      from a_stakeholder s, jsonb_array_elements(s.s -> 'facts') with ordinality as t (f, n)
    union all select revision, reference, 'holding', stakeholder || '/' || (h ->> 'of') || '/' || (h ->> 'from'), h -> 'cites' from a_holding
    union all select revision, reference, 'implication', id, i -> 'cites' from an_implication
    union all select revision, reference, 'discrepancy', id, x -> 'cites' from a_discrepancy
    union all select revision, reference, 'occurrence', id, o -> 'cites' from an_occurrence
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
    select revision, clause, cast(valid_from as date), cast(t ->> 'until' as date), t ->> 'introducedBy',
           cast(t ->> 'exclusive' as boolean), t #>> '{end,rule}', cast(t #>> '{end,until}' as date),
           t #>> '{end,event}', t #>> '{text,fr}', t #>> '{text,en}'
    from a_term),
  to_effect as (
    insert into effect (revision, clause, instrument, kind, text_fr, text_en)
    select revision, clause, instrument, kind, e #>> '{text,fr}', e #>> '{text,en}' from an_effect),
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

  -- An unsupported statement is told without better evidence; every other fact has a source.
  select f.kind, f.id into uncited
  from fact f
  where f.revision = any (targets) and f.kind <> 'discrepancy'
    and not exists (select from citation c where c.revision = f.revision and c.fact_kind = f.kind and c.fact_id = f.id)
  limit 1;
  if found then
    raise exception 'the % % cites no statement', uncited.kind, uncited.id using errcode = 'check_violation';
  end if;
end $$;

drop trigger search_follows on dossier;
drop function search_follows(), rebuild_search(), index_dossier(text), search_entries(text, bigint, jsonb, jsonb),
  search_words(text), search_markers(text, text, text[], text, text[], tsvector, boolean), search_deal(jsonb, jsonb),
  search_reference(jsonb), search_statements(jsonb), search_join_all(jsonb, text), search_join(jsonb[]);
drop type search_source;

-- New entries are gathered in a list and merged into the inverted index together, before the
-- publication is done: a search never has more of the list to go through than one publication makes.
alter index search_entry_by_word set (fastupdate = on);
create function settle_search() returns bigint language sql security definer set search_path from current as $$
  select gin_clean_pending_list('search_entry_by_word')
$$;

-- As before, but quicker.
create or replace function search_plain(value text) returns text language sql immutable parallel safe
  return lower(regexp_replace(
    unaccent(cast('unaccent' as regdictionary), replace(value, '%', ' percent ')),
    '[^a-zA-Z0-9\u00c0-\u02bb\u02bd-\u1fff\u2070-\uffff ]+', ' ', 'g'));

create text search configuration clausebook_words (parser = "default");
alter text search configuration clausebook_words
  add mapping for asciiword, word, hword_part, hword_asciipart with simple;

-- One member of every text of a list, in one language.
create function search_joined(texts jsonb, path text[]) returns text language sql immutable parallel safe as $$
  select string_agg(t #>> path, ' ') from jsonb_array_elements(texts) t
$$;

-- The entries that the current revisions of dossiers make. The title of a statement is that of its
-- source: it says where, not what.
create function search_entries(of_dossiers text[]) returns setof search_entry language plpgsql stable as $$
begin
  return query
  with document as materialized (
    select d.id as dossier, d.current as revision, cast(r.document as jsonb) as doc,
           (select coalesce(min(p.dataset) <= search_head(), true) from publication p where p.dossier = d.id) as is_head
    from dossier d join revision r on r.dataset = d.current
    where d.id = any (of_dossiers)
  ),
  deals as materialized (select *, doc ->> 'deal' as deal from document where doc ? 'deal'),
  shared as materialized (
    select s ->> 'id' as id, s ->> 'region' as region, s #>> '{name,fr}' as name_fr, s #>> '{name,en}' as name_en
    from dossier d join revision r on r.dataset = d.current, jsonb_array_elements(cast(r.document as jsonb) -> 'stakeholders') s
    where d.id = 'reference'
  ),
  clauses as materialized (
    select d.dossier, d.revision, d.is_head, d.deal, c ->> 'id' as id, c ->> 'theme' as theme,
           c #>> '{title,fr}' as title_fr, c #>> '{title,en}' as title_en, c
    from deals d, jsonb_array_elements(d.doc -> 'clauses') c
  ),
  parts as (
    select d.dossier, d.revision, d.is_head, 'statement' as type, (s ->> 'id') || '/' || (x ->> 'id') as id, d.doc ->> 'deal' as deal,
           cast('{}' as text[]) as regions, cast(null as text) as theme, cast(null as datemultirange) as validity,
           x ->> 'id' as key, cast(null as text[]) as names,
           concat_ws(' — ', s #>> '{title,fr}', x #>> '{locator,fr}') as title_fr, concat_ws(' — ', s #>> '{title,en}', x #>> '{locator,en}') as title_en,
           x #>> '{text,fr}' as text_fr, x #>> '{text,en}' as text_en
    from document d, jsonb_array_elements(d.doc -> 'sources') s, jsonb_array_elements(s -> 'statements') x
    union all
    select d.dossier, revision, is_head, 'stakeholder', s ->> 'id', null, array[s ->> 'region'], null, null,
           null, search_names(s -> 'name'), s #>> '{name,fr}', s #>> '{name,en}', s #>> '{description,fr}', s #>> '{description,en}'
    from document d, jsonb_array_elements(doc -> 'stakeholders') s where not doc ? 'deal'
    union all
    select d.dossier, revision, is_head, 'regulation', r ->> 'id', null, array[r ->> 'region'], null, null,
           null, search_names(r -> 'name') || array(select value from jsonb_each_text(r -> 'identifiers')),
           r #>> '{name,fr}', r #>> '{name,en}',
           concat_ws(' ', r #>> '{title,fr}', r #>> '{summary,fr}', search_joined(r -> 'milestones', '{text,fr}')),
           concat_ws(' ', r #>> '{title,en}', r #>> '{summary,en}', search_joined(r -> 'milestones', '{text,en}'))
    from document d, jsonb_array_elements(doc -> 'regulations') r where not doc ? 'deal'
    union all
    select dossier, revision, is_head, 'deal', deal, deal,
           array(select distinct i ->> 'region' from jsonb_array_elements(doc -> 'implications') i), null,
           (select search_since(min(cast(i ->> 'date' as date))) from jsonb_array_elements(doc -> 'instruments') i),
           null, search_names(doc -> 'title'), doc #>> '{title,fr}', doc #>> '{title,en}', doc #>> '{summary,fr}', doc #>> '{summary,en}'
    from deals
    union all
    select dossier, revision, is_head, 'clause', id, deal, '{}', theme,
           (select range_agg(daterange(cast(t ->> 'from' as date), cast(t ->> 'until' as date))) from jsonb_array_elements(c -> 'terms') t),
           null, search_names(c -> 'title'), title_fr, title_en, c #>> '{subject,fr}', c #>> '{subject,en}'
    from clauses
    union all
    select dossier, revision, is_head, 'term', id || '/' || (t ->> 'from'), deal, '{}', theme,
           datemultirange(daterange(cast(t ->> 'from' as date), cast(t ->> 'until' as date))),
           null, null, title_fr, title_en,
           concat_ws(' ', t #>> '{text,fr}', case when t ? 'covers' then search_joined(t -> 'covers', '{fr}') end,
             case when t ? 'excludes' then search_joined(t -> 'excludes', '{fr}') end, case when t ? 'figures' then search_joined(t -> 'figures', '{label,fr}') end, t #>> '{end,text,fr}'),
           concat_ws(' ', t #>> '{text,en}', case when t ? 'covers' then search_joined(t -> 'covers', '{en}') end,
             case when t ? 'excludes' then search_joined(t -> 'excludes', '{en}') end, case when t ? 'figures' then search_joined(t -> 'figures', '{label,en}') end, t #>> '{end,text,en}')
    from clauses, jsonb_array_elements(c -> 'terms') t
    union all
    select dossier, revision, is_head, 'instrument', i ->> 'id', deal, '{}', null, search_since(cast(i ->> 'date' as date)),
           null, search_names(i -> 'title'), i #>> '{title,fr}', i #>> '{title,en}', i #>> '{summary,fr}', i #>> '{summary,en}'
    from deals, jsonb_array_elements(doc -> 'instruments') i
    union all
    select dossier, revision, is_head, 'event', e ->> 'id', deal, '{}', null, search_since(cast(e ->> 'date' as date)),
           null, search_names(e -> 'title'), e #>> '{title,fr}', e #>> '{title,en}', e #>> '{text,fr}', e #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'events') e
    union all
    select dossier, revision, is_head, 'event', o ->> 'id', deal, array_remove(array[o ->> 'region'], null), null,
           search_since(partial_day(o ->> 'date')),
           null, search_names(o -> 'title'), o #>> '{title,fr}', o #>> '{title,en}', o #>> '{text,fr}', o #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'timeline') o
    union all
    select dossier, revision, is_head, 'stakeholder', s ->> 'stakeholder', deal, array_remove(array[who.region], null), null, null,
           '', null, coalesce(who.name_fr, s ->> 'stakeholder'), coalesce(who.name_en, s ->> 'stakeholder'),
           concat_ws(' ', s #>> '{concern,fr}', search_joined(s -> 'holdings', '{text,fr}'), search_joined(s -> 'facts', '{text,fr}')),
           concat_ws(' ', s #>> '{concern,en}', search_joined(s -> 'holdings', '{text,en}'), search_joined(s -> 'facts', '{text,en}'))
    from deals cross join jsonb_array_elements(doc -> 'stakeholders') s
    left join shared who on who.id = s ->> 'stakeholder'
    union all
    select dossier, revision, is_head, 'implication', i ->> 'id', deal, array[i ->> 'region'], i ->> 'theme', null,
           null, search_names(i -> 'title'), i #>> '{title,fr}', i #>> '{title,en}', i #>> '{text,fr}', i #>> '{text,en}'
    from deals, jsonb_array_elements(doc -> 'implications') i
    union all
    select d.dossier, d.revision, d.is_head, 'discrepancy', x ->> 'id', d.deal, '{}', c.theme, null,
           null, search_names(x -> 'title'), x #>> '{title,fr}', x #>> '{title,en}',
           concat_ws(' ', x #>> '{says,fr}', x #>> '{reading,fr}', x #>> '{why,fr}'),
           concat_ws(' ', x #>> '{says,en}', x #>> '{reading,en}', x #>> '{why,en}')
    from deals d cross join jsonb_array_elements(d.doc -> 'discrepancies') x
    left join clauses c on c.dossier = d.dossier and c.id = x #>> '{clauses,0}'
    union all
    select d.dossier, d.revision, d.is_head, 'unknown', u ->> 'id', d.deal, '{}', c.theme, null,
           null, search_names(u -> 'title'), u #>> '{title,fr}', u #>> '{title,en}', u #>> '{text,fr}', u #>> '{text,en}'
    from deals d cross join jsonb_array_elements(d.doc -> 'unknowns') u
    left join clauses c on c.dossier = d.dossier and c.id = split_part(u #>> '{terms,0}', '/', 1)
  )
  select null::bigint, p.dossier, p.revision, p.type, p.id, cast(p.deal as slug), p.regions, p.theme, p.validity,
         p.title_fr, p.title_en, p.text_fr, p.text_en,
         v.titles || setweight(search_vector(p.text_fr, p.text_en), 'C')
           || array_to_tsvector(string_to_array(concat_ws(' ', 'type=' || p.type, 'deal=' || p.deal, 'theme=' || p.theme,
                case when p.is_head then '@head' end,
                case when p.regions <> '{}' then 'region=' || array_to_string(p.regions, ' region=') end,
                case when p.key is null then '=' || search_key(p.id) when p.key <> '' then '=' || search_key(p.key) || ' =' || search_key(p.id) end,
                case when p.names <> '{}' then (select string_agg('=' || k, ' ') from (select search_key(n) as k from unnest(p.names) n) k where k <> '') end,
                case when p.type <> 'statement' and v.titles <> '' then '^' || array_to_string(tsvector_to_array(v.titles), ' ^') end), ' '))
  from parts p
  cross join lateral (
    select setweight(search_vector(p.title_fr, p.title_en), cast(case when p.type = 'statement' then 'D' else 'A' end as "char")) as titles offset 0) v;
end $$;

-- In how many entries of dossiers each word occurs.
create function search_words(of_dossiers text[]) returns jsonb language sql as $$
  select coalesce(jsonb_object_agg(word, ndoc), '{}')
  from ts_stat(format(
    'select to_tsvector(''clausebook_words'', replace(concat_ws('' '', title_fr, title_en, text_fr, text_en), ''/'', '' ''))
     from search_entry where dossier = any (%L)', of_dossiers))
  where length(word) > 2
$$;

-- Makes the entries of dossiers those of their current revisions; none once they are withdrawn.
create function index_dossiers(of_dossiers text[]) returns void language plpgsql as $$
declare
  was jsonb;
  part text[];
begin
  for part in
    select array_agg(id order by place)
    from unnest(of_dossiers) with ordinality as d (id, place)
    group by (place - 1) / 500
    order by min(place)
  loop
    was := search_words(part);
    delete from search_entry where dossier = any (part);
    insert into search_entry overriding user value select * from search_entries(part);
    perform count_search_words(was, search_words(part));
  end loop;
  perform settle_search();
end $$;

-- A publication or withdrawal moves the pointer; the index moves with it, in the same transaction.
create function search_follows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    perform index_dossiers(array(select id from now where current is not null order by current));
    return null;
  end if;
  -- Entries of deals bear the names that the reference gives.
  perform index_dossiers(array(
    select n.id from now n join was w using (id) where n.current is distinct from w.current
    union
    select d.id
    from now n
    join was w using (id)
    join stakeholder called on called.revision = n.current
    join stakeholder before on before.revision = w.current and before.id = called.id
    join deal_stakeholder s on s.stakeholder = called.id
    join dossier d on d.current = s.revision
    where n.kind = 'reference'
      and (called.name_fr, called.name_en, called.region) is distinct from (before.name_fr, before.name_en, before.region)));
  return null;
end $$;
create trigger search_follows_first_publications after insert on dossier
  referencing new table as now for each statement execute function search_follows();
create trigger search_follows_publications after update on dossier
  referencing old table as was new table as now for each statement execute function search_follows();

-- Everything anew, from the documents. Readers keep the old index until it is done; publications
-- wait (the lock is the one that orders them).
create function rebuild_search() returns bigint language plpgsql as $$
begin
  perform pg_advisory_xact_lock(cast(x'436c617573656231' as bigint));
  delete from search_entry;
  delete from search_word;
  perform index_dossiers(array(select id from dossier where current is not null order by current));
  return (select count(*) from search_entry);
end $$;

select rebuild_search();
