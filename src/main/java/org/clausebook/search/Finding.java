package org.clausebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebook.search.SearchReading.TooSlow;

/** Looks for what a question asks, in ever looser ways until something is found. */
final class Finding {

  private static final int SHORTEST_BEGINNING = 3;
  private static final int FEW = 3;
  private static final int LONG = 3;

  private final SearchReading index;
  private final Concepts concepts;
  private final Stems stems;
  private final Filter filter;
  private final boolean withHistory;
  private final int most;

  Finding(
      SearchReading index,
      Concepts concepts,
      Stems stems,
      Filter filter,
      boolean withHistory,
      int most) {
    this.index = index;
    this.concepts = concepts;
    this.stems = stems;
    this.filter = filter;
    this.withHistory = withHistory;
    this.most = most;
  }

  /**
   * What was found.
   *
   * @param asked the question that it answers: as asked, or mended
   * @param hits the most relevant first
   * @param isComplete false when there are more than were considered
   */
  record Found(Matching matching, Asked asked, List<Hit> hits, boolean isComplete) {

    /** Whether nothing was asked for that could be found. */
    boolean isEmpty() {
      return asked.size() == 0;
    }
  }

  /** A question with what is needed to write it as queries. */
  record Asked(Question question, List<Condition> conditions, Lexicon lexicon) {

    /** How much it asks for. */
    private int size() {
      return (int)
          conditions.stream()
              .filter(each -> !each.excluded() && !Query.isStopWord(each, lexicon))
              .count();
    }

    /** The word somebody may still be typing; null when there is none long enough. */
    private String beginning() {
      Condition last = conditions.isEmpty() ? null : conditions.get(conditions.size() - 1);
      return last == null
              || last.excluded()
              || last.word() == null
              || last.word().length() < SHORTEST_BEGINNING
              || Query.isStopWord(last, lexicon)
          ? null
          : last.word();
    }
  }

  Found find(String text) throws TooSlow {
    Asked asked = ask(text);
    Found found = whole(asked, Matching.all);
    if (isEnough(found) || found.isEmpty()) {
      return found;
    }
    Vocabulary vocabulary = vocabulary(asked);
    if (!isAny(found)) {
      Found completed = beginning(asked, vocabulary);
      if (isAny(completed)) {
        return completed;
      }
      Optional<String> mended =
          Spelling.mend(asked.question(), asked.conditions(), asked.lexicon(), vocabulary);
      if (mended.isPresent()) {
        asked = ask(mended.get());
        Found corrected = whole(asked, Matching.corrected);
        if (isAny(corrected)) {
          return corrected;
        }
        vocabulary = vocabulary(asked);
      }
    }
    Found some = part(asked, vocabulary);
    return isAny(found) && some.hits().size() <= found.hits().size() ? found : some;
  }

  /** The same again, for a further page. */
  Found again(String text, Matching matching) throws TooSlow {
    Asked asked = ask(text);
    return switch (matching) {
      case all, corrected -> whole(asked, matching);
      case beginning -> beginning(asked, vocabulary(asked));
      case some -> part(asked, vocabulary(asked));
    };
  }

  /** A long question that next to nothing meets as a whole is better met in part. */
  private boolean isEnough(Found found) {
    long shown = found.hits().stream().filter(this::isShown).count();
    return shown >= FEW || (shown > 0 && found.asked().size() < LONG);
  }

  private boolean isAny(Found found) {
    return found.hits().stream().anyMatch(this::isShown);
  }

  private boolean isShown(Hit hit) {
    return hit.inForce() || withHistory;
  }

  private Asked ask(String text) throws TooSlow {
    Question question = Question.parse(text);
    return asked(question, Condition.of(question, concepts));
  }

  private Asked asked(Question question, List<Condition> conditions) throws TooSlow {
    return new Asked(
        question,
        conditions,
        stems.of(conditions.stream().flatMap(Condition::words).distinct().toList(), index));
  }

  private Vocabulary vocabulary(Asked asked) throws TooSlow {
    return index.vocabulary(
        asked.conditions().stream()
            .filter(each -> each.word() != null && !Query.isStopWord(each, asked.lexicon()))
            .map(Condition::word)
            .distinct()
            .toList(),
        asked.lexicon());
  }

  /** With the last word taken as the beginning of those that begin with it. */
  private Found beginning(Asked asked, Vocabulary vocabulary) throws TooSlow {
    String beginning = asked.beginning();
    List<String> longer = beginning == null ? List.of() : vocabulary.longer(beginning);
    if (longer.isEmpty()) {
      return new Found(Matching.beginning, asked, List.of(), true);
    }
    List<Condition> conditions = new ArrayList<>(asked.conditions());
    conditions.add(conditions.remove(conditions.size() - 1).or(longer));
    return whole(
        asked(asked.question(), conditions),
        Matching.beginning,
        conditions.size() == 1 ? longer : List.of());
  }

  private Found whole(Asked asked, Matching matching) throws TooSlow {
    return whole(asked, matching, List.of());
  }

  private Found whole(Asked asked, Matching matching, List<String> longer) throws TooSlow {
    return look(
        asked,
        matching,
        Query.whole(asked.question(), asked.conditions(), asked.lexicon(), longer));
  }

  private Found part(Asked asked, Vocabulary vocabulary) throws TooSlow {
    return look(
        asked,
        Matching.some,
        Query.part(
            asked.question(), asked.conditions(), asked.lexicon(), vocabulary.occurrences()));
  }

  private Found look(Asked asked, Matching matching, Query query) throws TooSlow {
    if (query.isEmpty()) {
      return new Found(matching, asked, List.of(), true);
    }
    List<Hit> hits = new ArrayList<>(index.hits(query, filter, most));
    hits.sort(Hit.ORDER);
    return new Found(
        matching, asked, hits, hits.size() < most && index.isAllLookedAt(query, filter, most));
  }
}
