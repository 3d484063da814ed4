package org.clausebook.search;

/** What the database is asked. */
final class SearchSql {

  private SearchSql() {}

  /**
   * Goes out with the statement it stands before. One state of the index for all statements of a
   * question; no plans made anew for each question, for there is but one good one: entries come
   * from the inverted index, whatever the planner may think of the frequency of a word.
   */
  static final String PREPARE =
      """
      set transaction isolation level repeatable read;
      select set_config('statement_timeout', ?, true),
             set_config('plan_cache_mode', 'force_generic_plan', true),
             set_config('enable_seqscan', 'off', true),
             set_config('work_mem', '32MB', true),
             set_config('max_parallel_workers_per_gather', '0', true),
             set_config('jit', 'off', true);
      """;

  /** How many statements that is. */
  static final int PREPARING = 2;

  static final String STEMS =
      """
      select w, coalesce((tsvector_to_array(to_tsvector('pg_catalog.french', w)))[1], ''),
             coalesce((tsvector_to_array(to_tsvector('pg_catalog.english', w)))[1], '')
      from unnest(?) w
      """;

  /**
   * The stages are gone through in their order, and no further than there are enough. What the
   * index does not know (distances between words, revisions) is looked up in a bounded number of
   * entries; where the head of the record has that many, the rest is not gone through for more.
   */
  private static final String CANDIDATES =
      """
      with question as materialized (
        select cast(? as tsquery) as match, cast(? as tsquery) as direct, cast(? as tsquery) as identifiers,
               cast(? as tsquery) as phrase, cast(? as tsquery) as title_phrase,
               cast(? as tsquery[]) as conditions, cast(? as tsquery[]) as titles, cast(? as float8[]) as weights,
               cast(? as boolean) as is_part, cast(? as date) as day
      )
      select e.number, e.place, e.type, e.id, e.deal, array_to_string(e.regions, ' '), e.theme,
             e.validity is not null,
             e.validity is null or e.validity @> q.day,
             e.words @@ q.identifiers,
             case when q.is_part then
               (select coalesce(sum(t.weight), 0) from unnest(q.conditions, q.weights) as t (condition, weight)
                where e.words @@ t.condition) else 1 end,
             case when cardinality(q.titles) = 1 then cast(cast(e.words @@ q.titles[1] as integer) as float8) else
               (select coalesce(sum(t.weight), 0) from unnest(q.titles, q.weights) as t (title, weight)
                where e.words @@ t.title) end,
             case when e.words @@ q.title_phrase then 0.5 when e.words @@ q.phrase then 0.25 else 0 end,
             case when q.direct is null then ts_rank('{0.1, 0.2, 0.4, 1}', e.words, q.match)
                  else 0.6 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, q.match)
                       + 0.4 * ts_rank('{0.1, 0.2, 0.4, 1}', e.words, q.direct) end
      from (
        select s.place, e.*
        from unnest(cast(? as tsquery[]), cast(? as tsquery[]), cast(? as tsquery[])) with ordinality
          as s (among, exact, head, place)
        cross join lateral (
          select * from (
            select * from search_entry
            where words @@ s.among%s
              and (s.head is null or (select count(*) from (select from search_entry where words @@ s.head limit ?) h) < ?)
            limit ?) found
          where (s.exact is null or found.words @@ s.exact) and found.revision <= ?
          limit ?) e
        limit ?) e
      cross join question q
      """;

  /** A filter is a condition of its own: the index then skips from either list to the other. */
  static String hits(int filters) {
    return CANDIDATES.formatted(" and words @@ cast(? as tsquery)".repeat(filters));
  }

  /** Whether there are more entries to look at than are looked at. */
  static final String LOOKED_AT =
      """
      select count(*) from (select from search_entry where words @@ cast(? as tsquery) limit ?) found
      """;

  /** The period told of an entry is the one that holds on the day, else the nearest. */
  static final String DETAILS =
      """
      select e.number, e.title_fr, e.title_en, e.text_fr, e.text_en, lower(period.of), upper(period.of)
      from search_entry e
      left join lateral (
        select p as of from unnest(e.validity) p
        order by p @> cast(? as date) desc, abs(coalesce(lower(p), cast(? as date)) - cast(? as date)) limit 1) period on true
      where e.number = any (?)
      """;

  /**
   * What is known of words that did not suffice: how often they occur, what they may begin, what
   * they resemble.
   */
  static final String WORDS =
      """
      select asked.word, found.kind, found.word, found.plain, found.entries
      from unnest(?, ?, ?) as asked (word, fr, en)
      cross join lateral (
        select coalesce(sum(k.entries), 0) as entries from search_word k
        where k.stem_fr = asked.fr or k.stem_en = asked.en) known
      cross join lateral (
        select 'known' as kind, asked.word, asked.word as plain, known.entries
        union all
        (select 'longer', k.word, k.plain, k.entries from search_word k
         where k.plain like asked.word || '%' and k.entries > 0
         order by k.entries desc, k.word limit 12)
        union all
        (select 'similar', k.word, k.plain, k.entries from search_word k
         where k.plain % asked.word and k.entries > 0
           and not exists (select from search_word same where same.plain = asked.word and same.entries > 0)
         order by similarity(k.plain, asked.word) desc, k.entries desc, k.word limit 12)) found
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
}
