-- Project the document of a revision into rows. Called by the transaction that publishes it; whatever
-- the tables refuse, the publication fails with.

create function partial_day(value text) returns date language sql immutable
  return cast(value || case length(value) when 4 then '-01-01' when 7 then '-01' else '' end as date);

create function partial_precision(value text) returns text language sql immutable
  return case length(value) when 4 then 'year' when 7 then 'month' else 'day' end;

-- Facts and the statements they cite. A statement is looked for in the revision itself, then in its
-- reference; a citation that resolves to neither violates its foreign key.
create function project_facts(target bigint, base bigint, fact_kind text, facts jsonb) returns void
  language plpgsql as $$
begin
  insert into fact (revision, kind, id)
  select target, fact_kind, f ->> 'id' from jsonb_array_elements(facts) f;

  insert into citation (revision, fact_kind, fact_id, statement_revision, source, statement)
  select target, fact_kind, f ->> 'id',
         case when exists (
             select from source s where s.revision = target and s.id = split_part(c.ref, '/', 1))
           then target else coalesce(base, target) end,
         split_part(c.ref, '/', 1), split_part(c.ref, '/', 2)
  from jsonb_array_elements(facts) f, jsonb_array_elements_text(f -> 'cites') as c (ref);
end $$;

create function project_figures(target bigint, fact_kind text, fact_id text, figures jsonb) returns void
  language sql as $$
  insert into figure (revision, fact_kind, fact_id, id, disclosed, amount, currency, percent, qualifier, label_fr, label_en)
  select target, fact_kind, fact_id, f ->> 'id', cast(f ->> 'disclosed' as boolean),
         cast(f #>> '{amount,value}' as numeric), f #>> '{amount,currency}',
         cast(f #>> '{share,percent}' as numeric),
         coalesce(f #>> '{amount,qualifier}', f #>> '{share,qualifier}'),
         f #>> '{label,fr}', f #>> '{label,en}'
  from jsonb_array_elements(figures) f
$$;

create function project_sources(target bigint, doc jsonb) returns void language sql as $$
  insert into source (revision, id, position, kind, title_fr, title_en, published, url)
  select target, s ->> 'id', n, s ->> 'kind', s #>> '{title,fr}', s #>> '{title,en}', s ->> 'published', s ->> 'url'
  from jsonb_array_elements(doc -> 'sources') with ordinality as t (s, n);

  insert into statement (revision, source, id, position, mode, evidence, locator_fr, locator_en, text_fr, text_en)
  select target, s ->> 'id', x ->> 'id', n, x ->> 'mode', x ->> 'evidence',
         x #>> '{locator,fr}', x #>> '{locator,en}', x #>> '{text,fr}', x #>> '{text,en}'
  from jsonb_array_elements(doc -> 'sources') s,
       jsonb_array_elements(s -> 'statements') with ordinality as t (x, n);
$$;

create function project_reference(target bigint, doc jsonb) returns void language plpgsql as $$
begin
  perform project_sources(target, doc);

  insert into region (revision, id, parent, name_fr, name_en)
  select target, r ->> 'id', r ->> 'parent', r #>> '{name,fr}', r #>> '{name,en}'
  from jsonb_array_elements(doc -> 'regions') r;

  insert into stakeholder (revision, id, kind, region, name_fr, name_en, description_fr, description_en)
  select target, s ->> 'id', s ->> 'kind', s ->> 'region', s #>> '{name,fr}', s #>> '{name,en}',
         s #>> '{description,fr}', s #>> '{description,en}'
  from jsonb_array_elements(doc -> 'stakeholders') s;

  insert into regulation (revision, id, kind, region, name_fr, name_en, title_fr, title_en)
  select target, r ->> 'id', r ->> 'kind', r ->> 'region', r #>> '{name,fr}', r #>> '{name,en}',
         r #>> '{title,fr}', r #>> '{title,en}'
  from jsonb_array_elements(doc -> 'regulations') r;

  insert into regulation_authority (revision, regulation, authority)
  select target, r ->> 'id', a
  from jsonb_array_elements(doc -> 'regulations') r, jsonb_array_elements_text(r -> 'authorities') a;

  insert into milestone (revision, regulation, id, date, precision, text_fr, text_en)
  select target, r ->> 'id', m ->> 'id', partial_day(m ->> 'date'), partial_precision(m ->> 'date'),
         m #>> '{text,fr}', m #>> '{text,en}'
  from jsonb_array_elements(doc -> 'regulations') r, jsonb_array_elements(r -> 'milestones') m;

  perform project_facts(target, null, 'regulation', doc -> 'regulations');
  perform project_facts(target, null, 'milestone', (
    select jsonb_agg(m || jsonb_build_object('id', (r ->> 'id') || '/' || (m ->> 'id')))
    from jsonb_array_elements(doc -> 'regulations') r, jsonb_array_elements(r -> 'milestones') m));
end $$;

create function project_deal(target bigint, base bigint, doc jsonb) returns void language plpgsql as $$
declare
  deal_id slug := doc ->> 'deal';
begin
  perform project_sources(target, doc);

  insert into deal (revision, id, reference, status, reviewed, first_signed, title_fr, title_en, summary_fr, summary_en)
  values (target, deal_id, base, doc ->> 'status', cast(doc ->> 'reviewed' as date),
    (select min(cast(i ->> 'date' as date)) from jsonb_array_elements(doc -> 'instruments') i),
    doc #>> '{title,fr}', doc #>> '{title,en}', doc #>> '{summary,fr}', doc #>> '{summary,en}');
  perform project_facts(target, base, 'deal', jsonb_build_array(jsonb_build_object('id', deal_id, 'cites', doc -> 'cites')));

  insert into deal_party (revision, reference, stakeholder)
  select target, base, p from jsonb_array_elements_text(doc -> 'parties') p;

  insert into instrument (revision, id, kind, date, binding, title_fr, title_en, summary_fr, summary_en)
  select target, i ->> 'id', i ->> 'kind', cast(i ->> 'date' as date), cast(i ->> 'binding' as boolean),
         i #>> '{title,fr}', i #>> '{title,en}', i #>> '{summary,fr}', i #>> '{summary,en}'
  from jsonb_array_elements(doc -> 'instruments') i;
  perform project_facts(target, base, 'instrument', doc -> 'instruments');

  insert into pending_event (revision, id, status, date, title_fr, title_en, text_fr, text_en)
  select target, e ->> 'id', e ->> 'status', cast(e ->> 'date' as date),
         e #>> '{title,fr}', e #>> '{title,en}', e #>> '{text,fr}', e #>> '{text,en}'
  from jsonb_array_elements(doc -> 'events') e;
  perform project_facts(target, base, 'event', doc -> 'events');

  insert into clause (revision, id, position, theme, title_fr, title_en, subject_fr, subject_en)
  select target, c ->> 'id', n, c ->> 'theme', c #>> '{title,fr}', c #>> '{title,en}',
         c #>> '{subject,fr}', c #>> '{subject,en}'
  from jsonb_array_elements(doc -> 'clauses') with ordinality as t (c, n);

  insert into clause_stakeholder (revision, clause, reference, stakeholder, side)
  select target, c ->> 'id', base, s, side
  from jsonb_array_elements(doc -> 'clauses') c,
       (values ('binds'), ('benefits')) as sides (side),
       jsonb_array_elements_text(c -> side) s;

  insert into term (revision, clause, valid_from, valid_until, introduced_by, exclusive,
                    end_rule, end_until, end_event, text_fr, text_en)
  select target, c ->> 'id', cast(t ->> 'from' as date), cast(t ->> 'until' as date), t ->> 'introducedBy',
         cast(t ->> 'exclusive' as boolean), t #>> '{end,rule}', cast(t #>> '{end,until}' as date),
         t #>> '{end,event}', t #>> '{text,fr}', t #>> '{text,en}'
  from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'terms') t;
  perform project_facts(target, base, 'term', (
    select jsonb_agg(t || jsonb_build_object('id', (c ->> 'id') || '/' || (t ->> 'from')))
    from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'terms') t));
  perform project_figures(target, 'term', (c ->> 'id') || '/' || (t ->> 'from'), t -> 'figures')
  from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'terms') t
  where t ? 'figures';

  insert into effect (revision, clause, instrument, kind, text_fr, text_en)
  select target, c ->> 'id', e ->> 'instrument', e ->> 'kind', e #>> '{text,fr}', e #>> '{text,en}'
  from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'effects') e;
  perform project_facts(target, base, 'effect', (
    select jsonb_agg(e || jsonb_build_object('id', (c ->> 'id') || '/' || (e ->> 'instrument') || '/' || (e ->> 'kind')))
    from jsonb_array_elements(doc -> 'clauses') c, jsonb_array_elements(c -> 'effects') e));

  insert into silence (revision, instrument, clause)
  select target, i ->> 'id', s
  from jsonb_array_elements(doc -> 'instruments') i, jsonb_array_elements_text(i -> 'silentOn') s;

  insert into deal_stakeholder (revision, reference, stakeholder, position, role, concern_fr, concern_en)
  select target, base, s ->> 'stakeholder', n, s ->> 'role', s #>> '{concern,fr}', s #>> '{concern,en}'
  from jsonb_array_elements(doc -> 'stakeholders') with ordinality as t (s, n);
  perform project_facts(target, base, 'stakeholder', (
    select jsonb_agg(s || jsonb_build_object('id', s ->> 'stakeholder'))
    from jsonb_array_elements(doc -> 'stakeholders') s));
  perform project_facts(target, base, 'stakeholderFact', (
    select jsonb_agg(f || jsonb_build_object('id', (s ->> 'stakeholder') || '/' || n))
    from jsonb_array_elements(doc -> 'stakeholders') s,
         jsonb_array_elements(s -> 'facts') with ordinality as t (f, n)));

  insert into holding (revision, stakeholder, reference, held, valid_from, valid_until, percent, value, currency, text_fr, text_en)
  select target, s ->> 'stakeholder', base, h ->> 'of', cast(h ->> 'from' as date), cast(h ->> 'until' as date),
         cast(h #>> '{share,percent}' as numeric), cast(h #>> '{value,value}' as numeric), h #>> '{value,currency}',
         h #>> '{text,fr}', h #>> '{text,en}'
  from jsonb_array_elements(doc -> 'stakeholders') s, jsonb_array_elements(s -> 'holdings') h;
  perform project_facts(target, base, 'holding', (
    select jsonb_agg(h || jsonb_build_object('id', (s ->> 'stakeholder') || '/' || (h ->> 'of') || '/' || (h ->> 'from')))
    from jsonb_array_elements(doc -> 'stakeholders') s, jsonb_array_elements(s -> 'holdings') h));

  insert into implication (revision, id, position, reference, region, nature, theme, certainty, title_fr, title_en, text_fr, text_en)
  select target, i ->> 'id', n, base, i ->> 'region', i ->> 'nature', i ->> 'theme', i ->> 'certainty',
         i #>> '{title,fr}', i #>> '{title,en}', i #>> '{text,fr}', i #>> '{text,en}'
  from jsonb_array_elements(doc -> 'implications') with ordinality as t (i, n);
  perform project_facts(target, base, 'implication', doc -> 'implications');

  insert into implication_stakeholder (revision, implication, reference, stakeholder)
  select target, i ->> 'id', base, s
  from jsonb_array_elements(doc -> 'implications') i, jsonb_array_elements_text(i -> 'stakeholders') s;

  insert into implication_clause (revision, implication, clause, basis)
  select target, i ->> 'id', l ->> 'clause', l ->> 'basis'
  from jsonb_array_elements(doc -> 'implications') i, jsonb_array_elements(i -> 'clauses') l;

  insert into implication_regulation (revision, implication, reference, regulation, basis)
  select target, i ->> 'id', base, l ->> 'regulation', l ->> 'basis'
  from jsonb_array_elements(doc -> 'implications') i, jsonb_array_elements(i -> 'regulations') l;

  insert into discrepancy (revision, id, position, verdict, source, says_fr, says_en, reading_fr, reading_en, why_fr, why_en)
  select target, d ->> 'id', n, d ->> 'verdict', d ->> 'source', d #>> '{says,fr}', d #>> '{says,en}',
         d #>> '{reading,fr}', d #>> '{reading,en}', d #>> '{why,fr}', d #>> '{why,en}'
  from jsonb_array_elements(doc -> 'discrepancies') with ordinality as t (d, n);
  perform project_facts(target, base, 'discrepancy', doc -> 'discrepancies');

  insert into discrepancy_statement (revision, discrepancy, statement_revision, source, statement)
  select target, d ->> 'id',
         case when exists (
             select from source s where s.revision = target and s.id = split_part(x.ref, '/', 1))
           then target else base end,
         split_part(x.ref, '/', 1), split_part(x.ref, '/', 2)
  from jsonb_array_elements(doc -> 'discrepancies') d, jsonb_array_elements_text(d -> 'statements') as x (ref);

  insert into unknown (revision, id, position, missing, reason, title_fr, title_en, text_fr, text_en)
  select target, u ->> 'id', n, u ->> 'missing', u ->> 'reason', u #>> '{title,fr}', u #>> '{title,en}',
         u #>> '{text,fr}', u #>> '{text,en}'
  from jsonb_array_elements(doc -> 'unknowns') with ordinality as t (u, n);

  insert into unknown_term (revision, unknown, clause, valid_from)
  select target, u ->> 'id', split_part(x.ref, '/', 1), cast(split_part(x.ref, '/', 2) as date)
  from jsonb_array_elements(doc -> 'unknowns') u, jsonb_array_elements_text(u -> 'terms') as x (ref);

  insert into occurrence (revision, id, date, precision, title_fr, title_en, text_fr, text_en)
  select target, o ->> 'id', partial_day(o ->> 'date'), partial_precision(o ->> 'date'),
         o #>> '{title,fr}', o #>> '{title,en}', o #>> '{text,fr}', o #>> '{text,en}'
  from jsonb_array_elements(doc -> 'timeline') o;
  perform project_facts(target, base, 'occurrence', doc -> 'timeline');
  perform project_figures(target, 'occurrence', o ->> 'id', o -> 'figures')
  from jsonb_array_elements(doc -> 'timeline') o
  where o ? 'figures';
end $$;

create function project_revision(target bigint) returns void language plpgsql as $$
declare
  stored record;
  uncited record;
begin
  select r.reference, cast(r.document as jsonb) as document into strict stored
  from revision r where r.dataset = target;

  if stored.document ? 'deal' then
    perform project_deal(target, stored.reference, stored.document);
  else
    perform project_reference(target, stored.document);
  end if;

  -- An unsupported statement is told without better evidence; every other fact has a source.
  select f.kind, f.id into uncited
  from fact f
  where f.revision = target and f.kind <> 'discrepancy'
    and not exists (select from citation c where c.revision = target and c.fact_kind = f.kind and c.fact_id = f.id)
  limit 1;
  if found then
    raise exception 'the % % cites no statement', uncited.kind, uncited.id using errcode = 'check_violation';
  end if;
end $$;
