package org.clausebook.search;

/** What the database is asked. */
final class SearchSql {

  private SearchSql() {}

  /**
   * Candidates always come from the inverted index, part by part: whatever the planner may think of
   * the frequency of a word, no part of the table is read from end to end.
   */
  static final String PREPARE =
      """
      select set_config('statement_timeout', ?, true),
             set_config('plan_cache_mode', 'force_custom_plan', true),
             set_config('enable_seqscan', 'off', true),
             set_config('work_mem', '32MB', true),
             set_config('max_parallel_workers_per_gather', '0', true),
             set_config('jit', 'off', true)
      """;

  static final String LEXEMES =
      """
      select t,
             cast(phraseto_tsquery('clausebook_fr', search_plain(t)) as text),
             cast(phraseto_tsquery('clausebook_en', search_plain(t)) as text),
             coalesce((select max(w.entries) from search_word w where w.plain = t), 0)
      from unnest(?) t
      """;

  /**
   * %s is the vector that must match: that of the titles or that of all words. The index knows no
   * distances, so what is close together is chosen among entries that have the words at all; what
   * is excluded must not stand in the text either.
   */
  private static final String HITS =
      """
      with question as (
        select cast(? as tsquery) as match, cast(? as tsquery) as direct,
               cast(? as tsquery[]) as conditions, cast(? as float8[]) as weights,
               cast(? as text[]) as key, cast(? as text[]) as numbers, cast(? as date) as day
      )
      select e.number, e.type, e.id, e.deal, e.regions, e.theme,
             e.validity is not null as timed,
             e.validity is null or e.validity @> q.day as in_force,
             lower(period.of), upper(period.of),
             round(cast(
               case when e.keys && q.key then 4 else 0 end
               + case when e.keys && q.numbers then 2 else 0 end
               + met.in_words * 2 + met.in_titles
               + 0.6 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, q.match)
               + 0.4 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, q.direct)
               + (12 - e.priority / 2) * 0.03
               as numeric), 4) as score
      from (
        select * from (
          select * from search_entry
          where %1$s @@ cast(? as tsquery) and (cast(? as bigint) is null or revision <= cast(? as bigint))
          limit ?) found
        where found.words @@ cast(? as tsquery)
        limit ?) e
      cross join question q
      cross join lateral (
        select coalesce(sum(t.weight) filter (where e.words @@ t.condition) / sum(t.weight), 0) as in_words,
               coalesce(sum(t.weight) filter (where e.titles @@ t.condition) / sum(t.weight), 0) as in_titles
        from unnest(q.conditions, q.weights) as t (condition, weight)) met
      left join lateral (
        select p as of from unnest(e.validity) p
        order by p @> q.day desc, abs(coalesce(lower(p), q.day) - q.day) limit 1) period on true
      """;

  static final String HITS_BY_TITLE = HITS.formatted("titles");
  static final String HITS_BY_WORD = HITS.formatted("words");

  /** Which language says it, the negotiated one if both do; its text with the matches marked. */
  static final String DETAILS =
      """
      with question as (select cast(? as tsquery) as match, cast(? as boolean) as french)
      select e.number, e.title_fr, e.title_en, chosen.french, chosen.text,
             case when marked.text like e'%\ue000%' then marked.text
                  else ts_headline(chosen.config, chosen.title || ' — ' || chosen.text, q.match, shape.options) end
      from search_entry e
      cross join question q
      cross join (values (e'StartSel=\ue000, StopSel=\ue001, MinWords=18, MaxWords=36, ShortWord=2')) as shape (options)
      cross join lateral (
        select to_tsvector('clausebook_fr', search_plain(e.title_fr || ' ' || e.text_fr)) as fr,
               to_tsvector('clausebook_en', search_plain(e.title_en || ' ' || e.text_en)) as en) v
      cross join lateral (
        select case when q.french then (v.fr @@ q.match, ts_rank(v.fr, q.match)) >= (v.en @@ q.match, ts_rank(v.en, q.match) * 0.5)
                    else (v.fr @@ q.match, ts_rank(v.fr, q.match) * 0.5) > (v.en @@ q.match, ts_rank(v.en, q.match)) end as french) l
      cross join lateral (
        select l.french,
               case when l.french then cast('clausebook_fr' as regconfig) else cast('clausebook_en' as regconfig) end as config,
               case when l.french then e.title_fr else e.title_en end as title,
               translate(left(case when l.french then e.text_fr else e.text_en end, 4000), e'\ue000\ue001', '') as text) chosen
      cross join lateral (
        select ts_headline(chosen.config, chosen.text, q.match, shape.options) as text) marked
      where e.number = any (?)
      """;

  static final String WITHIN =
      """
      with recursive within as (
        select r.id, r.parent, r.revision from region r
        join dossier d on d.current = r.revision and d.id = 'reference'
        where r.id = ?
        union
        select r.id, r.parent, r.revision from region r
        join within w on r.revision = w.revision and r.id = w.parent
      )
      select id from within
      """;

  static final String KNOWN_AT =
      """
      select coalesce(max(p.dataset), 0) from publication p where p.published_at <= ?
      """;

  /** Dossiers that were there at the time, but in a revision that is no longer the current one. */
  static final String LEFT_OUT =
      """
      select count(*)
      from dossier d
      where (d.current is null or d.current > ?)
        and 'published' = (select p.action from publication p
                           where p.dossier = d.id and p.dataset <= ?
                           order by p.dataset desc limit 1)
      """;

  static final String SIMILAR =
      """
      select w.word, w.plain, w.entries from search_word w
      where w.plain % ? and w.entries > 0
      order by similarity(w.plain, ?) desc, w.entries desc, w.word limit 12
      """;

  static final String OCCURS =
      "select exists (select from search_entry where words @@ cast(? as tsquery))";
}
