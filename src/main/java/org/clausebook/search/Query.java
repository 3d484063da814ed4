package org.clausebook.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.search.Lexicon.Form;

/**
 * A question as PostgreSQL is asked it.
 *
 * @param stages where to look, one after the other until there is enough; no entry is in two
 * @param match by which what was found is ranked ({@code tsquery})
 * @param direct as asked, without equivalents; ranks above them; null where it is the same
 * @param conditions each on its own, to tell how many an entry meets
 * @param titles the same, to be met by the title
 * @param weights of the conditions, 1 in all: rare words count for more
 * @param phrase the whole question word by word; nothing where it is no phrase
 * @param identifiers that are part of the question, or what it may become; null when none
 * @param isPart whether an entry need not meet all conditions
 * @param hasKey whether the first stage is what goes by the whole question as its identifier
 * @param isRefined whether more must be true of an entry than the index knows
 */
record Query(
    List<Stage> stages,
    String match,
    String direct,
    List<String> conditions,
    List<String> titles,
    List<Double> weights,
    Phrase phrase,
    String identifiers,
    boolean isPart,
    boolean hasKey,
    boolean isRefined) {

  /**
   * One place to look.
   *
   * @param among what the index is asked
   * @param exact what must be true besides: distances between words, which the index does not know,
   *     and what must not be; null when there is nothing
   * @param head the part of it in the head of the record, where that suffices if it is large; null
   *     where it does not
   */
  record Stage(String among, String exact, String head) {}

  /**
   * A question word by word.
   *
   * @param any where a text has it; null for nothing
   * @param title where a title has it; null likewise
   */
  record Phrase(String any, String title) {
    static Phrase of(Question question, Lexicon lexicon) {
      List<Condition.Alternative> whole = List.of(Condition.Alternative.phrase(question.phrase()));
      String any = lexicon.anyOf(whole, Form.EXACT);
      return any.contains("<")
          ? new Phrase(any, lexicon.anyOf(whole, Form.EXACT_TITLE))
          : new Phrase(null, null);
    }
  }

  boolean isEmpty() {
    return stages.isEmpty();
  }

  /** What the index is asked that meets all that the other stages meet. */
  String widest() {
    return stages.get(stages.size() - 1).among();
  }

  /** The part of it in the head of the record. */
  String widestInHead() {
    return stages.get(stages.size() - 2).among();
  }

  /**
   * How well an entry answers: what goes by the question as an identifier, what has more of it,
   * what has it in the title, and of two alike what is written about before what is said of it.
   *
   * @param inWords what share of the question the entry has, by weight
   * @param inTitle what share its title has
   * @param rank that PostgreSQL gives
   */
  double score(
      int stage,
      ResultType type,
      String deal,
      boolean hasIdentifier,
      double inWords,
      double inTitle,
      double asPhrase,
      double rank) {
    return (hasKey && stage == 1 ? 4 : 0)
        + (hasIdentifier ? 2 : 0)
        + 2 * inWords
        + inTitle
        + asPhrase
        + rank
        + 0.03 * type.standing(deal);
  }

  /** One condition, written. */
  private record Wanted(String among, String exact, String title, String direct, double weight) {}

  /**
   * A question that must be met as a whole: first what goes by it as an identifier, then where
   * titles meet it, then any text; each in the head of the record before the rest. Phrases have to
   * be read in the texts, so the rest of the titles is not gone through apart for them.
   *
   * @param longer what the question may become when it is a word still being typed
   */
  static Query whole(
      Question question, List<Condition> conditions, Lexicon lexicon, List<String> longer) {
    List<Wanted> wanted = wanted(conditions, lexicon, Map.of());
    Stages stages = new Stages(unwanted(conditions, lexicon));
    if (!wanted.isEmpty()) {
      if (hasKey(question)) {
        stages.add("'=" + question.key() + "'", null);
      }
      String all = and(wanted.stream().map(Wanted::among));
      String exact = and(wanted.stream().map(Wanted::exact));
      exact = exact.equals(all) ? null : exact;
      String title = and(wanted.stream().map(Wanted::title));
      stages.addInHead(title, exact);
      if (exact == null) {
        stages.add(title, null);
      }
      stages.addHeadFirst(all, exact);
    }
    return of(
        question,
        wanted,
        stages,
        and(wanted.stream().map(Wanted::exact)),
        lexicon,
        longer,
        false,
        hasKey(question));
  }

  /**
   * A question of which a part will do: all of it, then all but the commonest word, all but the two
   * commonest, and so on; at last any word.
   *
   * @param occurrences in how many entries each word occurs
   */
  static Query part(
      Question question,
      List<Condition> conditions,
      Lexicon lexicon,
      Map<String, Integer> occurrences) {
    List<Wanted> wanted = wanted(conditions, lexicon, occurrences);
    Stages stages = new Stages(unwanted(conditions, lexicon));
    List<String> rarest =
        wanted.stream()
            .sorted(Comparator.comparing(Wanted::weight).reversed())
            .map(Wanted::among)
            .toList();
    for (int most = rarest.size(); most > 0; most--) {
      stages.addHeadFirst(and(rarest.stream().limit(most)), null);
    }
    if (rarest.size() > 1) {
      stages.addHeadFirst(String.join(" | ", rarest), null);
    }
    return of(
        question,
        wanted,
        stages,
        String.join(" | ", wanted.stream().map(Wanted::exact).toList()),
        lexicon,
        List.of(),
        true,
        false);
  }

  private static boolean hasKey(Question question) {
    return question.key().length() > 1;
  }

  private static Query of(
      Question question,
      List<Wanted> wanted,
      Stages stages,
      String match,
      Lexicon lexicon,
      List<String> longer,
      boolean isPart,
      boolean hasKey) {
    String direct = String.join(" | ", wanted.stream().map(Wanted::direct).toList());
    List<String> identifiers =
        Stream.concat(
                question.numbers().stream().map(each -> "'=" + each + "'"),
                longer.stream().map(each -> "'=" + each + "' & !'type=statement'"))
            .toList();
    double sum = wanted.stream().mapToDouble(Wanted::weight).sum();
    return new Query(
        stages.list,
        match,
        direct.equals(match) ? null : direct,
        wanted.stream().map(Wanted::exact).toList(),
        wanted.stream().map(Wanted::title).toList(),
        wanted.stream().map(each -> each.weight() / sum).toList(),
        Phrase.of(question, lexicon),
        identifiers.isEmpty() ? null : String.join(" | ", identifiers),
        isPart,
        hasKey,
        stages.isRefined);
  }

  /** Words too common to be looked for are left out, unless there are no others. */
  private static List<Wanted> wanted(
      List<Condition> conditions, Lexicon lexicon, Map<String, Integer> occurrences) {
    boolean onlyStopWords =
        conditions.stream().allMatch(each -> each.excluded() || isStopWord(each, lexicon));
    List<Wanted> wanted = new ArrayList<>();
    for (Condition condition : conditions) {
      if (condition.excluded() || (!onlyStopWords && isStopWord(condition, lexicon))) {
        continue;
      }
      String among = lexicon.anyOf(condition.all(), Form.AMONG);
      if (among.isEmpty()) {
        continue;
      }
      String direct = lexicon.anyOf(condition.direct(), Form.EXACT);
      String exact = lexicon.anyOf(condition.all(), Form.EXACT);
      wanted.add(
          new Wanted(
              "(" + among + ")",
              "(" + exact + ")",
              "(" + lexicon.anyOf(condition.all(), Form.TITLE) + ")",
              "(" + (direct.isEmpty() ? exact : direct) + ")",
              weight(condition, occurrences)));
    }
    return wanted;
  }

  static boolean isStopWord(Condition condition, Lexicon lexicon) {
    return condition.isAsking()
        || (condition.word() != null
            && condition.related().isEmpty()
            && lexicon.isStopWord(condition.word()));
  }

  private static double weight(Condition condition, Map<String, Integer> occurrences) {
    int often = condition.word() == null ? 1 : occurrences.getOrDefault(condition.word(), 1);
    return 1 / (1 + Math.log1p(Math.max(1, often)));
  }

  private static String and(Stream<String> pieces) {
    return String.join(" & ", pieces.toList());
  }

  /** What must not be there; empty when nothing is excluded. */
  private static String unwanted(List<Condition> conditions, Lexicon lexicon) {
    return conditions.stream()
        .filter(Condition::excluded)
        .map(each -> lexicon.anyOf(each.direct(), Form.EXACT))
        .filter(each -> !each.isEmpty())
        .map(each -> "!(" + each + ")")
        .collect(Collectors.joining(" & "));
  }

  /**
   * Stages in their order. The index is only asked for what is there, which is quick; what must not
   * be, and what an earlier stage has found already, is left out of what it brings.
   */
  private static final class Stages {
    private final List<Stage> list = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final String unwanted;
    private boolean isRefined;

    Stages(String unwanted) {
      this.unwanted = unwanted;
      this.isRefined = !unwanted.isEmpty();
    }

    void addInHead(String among, String exact) {
      add("(" + among + ") & '@head'", exact);
    }

    void addHeadFirst(String among, String exact) {
      addInHead(among, exact);
      boolean isRead = exact != null || !unwanted.isEmpty();
      add("(" + among + ")", exact, isRead ? "(" + among + ") & '@head'" : null);
    }

    void add(String among, String exact) {
      add(among, exact, null);
    }

    private void add(String among, String exact, String head) {
      List<String> all = new ArrayList<>(found.stream().map(each -> "!(" + each + ")").toList());
      if (exact != null) {
        all.add("(" + exact + ")");
        isRefined = true;
      }
      if (!unwanted.isEmpty()) {
        all.add(unwanted);
      }
      list.add(new Stage(among, all.isEmpty() ? null : String.join(" & ", all), head));
      found.add(among);
    }
  }
}
