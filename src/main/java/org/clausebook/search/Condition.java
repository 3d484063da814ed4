package org.clausebook.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.search.Question.Group;
import org.clausebook.search.Question.Part;

/**
 * One thing that an entry must contain, or must not.
 *
 * @param direct what was asked for; any of them will do
 * @param related what means the same
 * @param word the single word that was asked for; null for anything longer
 * @param isAsking whether it asks, and says nothing of what about
 */
record Condition(
    boolean excluded,
    List<Alternative> direct,
    List<Alternative> related,
    String word,
    boolean isAsking) {

  /**
   * Phrases that must all be there, or an identifier.
   *
   * @param key letters and digits only; null where there are phrases
   */
  record Alternative(List<String> phrases, String key) {
    static Alternative phrase(String phrase) {
      return new Alternative(List.of(phrase), null);
    }

    static Alternative words(List<String> words) {
      return new Alternative(words, null);
    }

    static Alternative key(List<String> words) {
      return new Alternative(List.of(), String.join("", words));
    }
  }

  /** The conditions of a question, in its order; rows of words that name a concept become one. */
  static List<Condition> of(Question question, Concepts concepts) {
    List<Condition> conditions = new ArrayList<>();
    List<Group> groups = question.groups();
    int at = 0;
    while (at < groups.size()) {
      List<String> row =
          groups.subList(at, groups.size()).stream()
              .takeWhile(Group::isWord)
              .map(Group::word)
              .toList();
      Optional<Concepts.Found> concept = concepts.at(row, 0);
      if (concept.isPresent()) {
        List<String> words = row.subList(0, concept.get().length());
        conditions.add(
            new Condition(
                false,
                List.of(Alternative.words(words)),
                phrases(concept.get()),
                words.size() == 1 ? words.get(0) : null,
                false));
        at += words.size();
      } else {
        conditions.add(of(groups.get(at), concepts));
        at++;
      }
    }
    return conditions;
  }

  private static Condition of(Group group, Concepts concepts) {
    List<Alternative> direct = new ArrayList<>();
    List<Alternative> related = new ArrayList<>();
    for (Part part : group.anyOf()) {
      direct.add(Alternative.phrase(part.phrase()));
      if (part.words().size() > 1 || Words.hasDigit(part.phrase())) {
        direct.add(Alternative.key(part.words()));
      }
      if (!part.quoted() && !group.excluded()) {
        concepts
            .at(part.words(), 0)
            .filter(found -> found.length() == part.words().size())
            .ifPresent(found -> related.addAll(phrases(found)));
      }
    }
    return new Condition(
        group.excluded(),
        direct,
        related,
        group.isWord() ? group.word() : null,
        !group.excluded()
            && group.anyOf().stream()
                .allMatch(part -> !part.quoted() && concepts.isAsking(part.phrase())));
  }

  private static List<Alternative> phrases(Concepts.Found concept) {
    return concept.phrases().stream().map(Alternative::phrase).toList();
  }

  List<Alternative> all() {
    return Stream.concat(direct.stream(), related.stream()).toList();
  }

  /** The same, met by some other words too. */
  Condition or(List<String> words) {
    return new Condition(
        excluded,
        direct,
        Stream.concat(related.stream(), words.stream().map(Alternative::phrase)).toList(),
        word,
        isAsking);
  }

  /** Every word whose stem must be known before a query can be written. */
  Stream<String> words() {
    return all().stream()
        .flatMap(alternative -> alternative.phrases().stream())
        .flatMap(phrase -> Words.split(phrase).stream());
  }
}
