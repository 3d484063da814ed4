package org.clausebook.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.search.SearchReading.TooSlow;

/** Looks for what a question asks, in ever looser ways until something is found. */
final class Finding {

  private final SearchReading index;
  private final Concepts concepts;
  private final Filter filter;
  private final int candidates;
  private boolean isPartial;

  Finding(SearchReading index, Concepts concepts, Filter filter, int candidates) {
    this.index = index;
    this.concepts = concepts;
    this.filter = filter;
    this.candidates = candidates;
  }

  /**
   * What was found.
   *
   * @param text the question that it answers: as asked, or mended
   * @param hits the most relevant first
   * @param isComplete false when there are more than were considered
   * @param isPartial true when the search was cut off
   */
  record Found(
      Matching matching,
      String text,
      int ignored,
      Query query,
      List<Hit> hits,
      boolean isComplete,
      boolean isPartial) {}

  /** A question with what is needed to write it as queries. */
  private record Asked(Question question, List<Condition> conditions, Lexicon lexicon) {
    Query query(Query.Mode mode) {
      return Query.of(question, conditions, lexicon, mode);
    }
  }

  Found find(String text) throws TooSlow {
    Asked asked = ask(text);
    Found found = look(asked, Matching.all, Query.Mode.ALL);
    if (isEnough(found)) {
      return found;
    }
    if (Query.beginning(asked.conditions()) != null) {
      found = look(asked, Matching.beginning, Query.Mode.BEGINNING);
      if (isEnough(found)) {
        return found;
      }
    }
    Optional<String> mended =
        Spelling.mend(asked.question(), asked.conditions(), asked.lexicon(), index);
    if (mended.isPresent()) {
      asked = ask(mended.get());
      found = look(asked, Matching.corrected, Query.Mode.ALL);
      if (isEnough(found)) {
        return found;
      }
    }
    return lookForSome(asked);
  }

  /** The same again, for a further page. */
  Found again(String text, Matching matching) throws TooSlow {
    Asked asked = ask(text);
    return switch (matching) {
      case all, corrected -> look(asked, matching, Query.Mode.ALL);
      case beginning -> look(asked, matching, Query.Mode.BEGINNING);
      case some -> lookForSome(asked);
    };
  }

  private Found lookForSome(Asked asked) throws TooSlow {
    Found found = look(asked, Matching.some, Query.Mode.RAREST);
    return isEnough(found) ? found : look(asked, Matching.some, Query.Mode.ANY);
  }

  private boolean isEnough(Found found) {
    return !found.hits().isEmpty() || found.isPartial() || found.query().isEmpty();
  }

  private Asked ask(String text) throws TooSlow {
    Question question = Question.parse(text);
    List<Condition> conditions = Condition.of(question, concepts);
    Lexicon lexicon =
        index.lexicon(conditions.stream().flatMap(Condition::texts).distinct().toList());
    return new Asked(question, conditions, lexicon);
  }

  private Found look(Asked asked, Matching matching, Query.Mode mode) throws TooSlow {
    Query query = asked.query(mode);
    Map<Long, Hit> hits = new LinkedHashMap<>();
    boolean isComplete = query.isEmpty() || collect(query, hits);
    List<Hit> ranked = new ArrayList<>(hits.values());
    ranked.sort(Hit.ORDER);
    return new Found(
        matching,
        asked.question().text(),
        asked.question().ignored(),
        query,
        ranked,
        isComplete,
        isPartial);
  }

  /**
   * What goes by this identifier, then by titles, then, if there is room, by all words; false when
   * there is not room for all.
   */
  private boolean collect(Query query, Map<Long, Hit> hits) throws TooSlow {
    try {
      if (!query.key().isEmpty()) {
        String key = "'" + query.key().get(0) + "'";
        add(index.hits(query, key, key, filter, true, candidates), hits);
      }
      List<Hit> byTitle = index.hits(query, query.among(), query.match(), filter, true, candidates);
      add(byTitle, hits);
      if (byTitle.size() >= candidates) {
        return false;
      }
      List<Hit> byWord = index.hits(query, query.among(), query.match(), filter, false, candidates);
      add(byWord, hits);
      return byWord.size() < candidates;
    } catch (TooSlow e) {
      if (hits.isEmpty()) {
        throw e;
      }
      isPartial = true;
      return false;
    }
  }

  private static void add(List<Hit> found, Map<Long, Hit> hits) {
    found.forEach(hit -> hits.putIfAbsent(hit.number(), hit));
  }
}
