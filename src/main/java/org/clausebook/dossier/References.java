package org.clausebook.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/** Identifiers within a document: each given once, each that is referred to there. */
final class References {

  // In French with the article, which agrees in gender.
  static final Text REGION = new Text("aucune région", "region");
  static final Text STAKEHOLDER = new Text("aucune partie prenante", "stakeholder");
  static final Text REGULATION = new Text("aucune réglementation", "regulation");
  static final Text INSTRUMENT = new Text("aucun instrument", "instrument");
  static final Text CLAUSE = new Text("aucune clause", "clause");
  static final Text TERM = new Text("aucune stipulation", "term");
  static final Text EVENT = new Text("aucun événement", "event");
  static final Text SOURCE = new Text("aucune source", "source");
  static final Text STATEMENT = new Text("aucune affirmation", "statement");

  private final DossierParser.Violations violations;

  References(DossierParser.Violations violations) {
    this.violations = violations;
  }

  /** Visits the entries that are there, with their pointers. */
  static <T> void each(String pointer, List<T> entries, BiConsumer<String, T> visitor) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i) != null) {
        visitor.accept(pointer + "/" + i, entries.get(i));
      }
    }
  }

  /** The identifiers of a list, each of which may stand there once. */
  <T> Set<String> unique(String pointer, List<T> entries, Function<T, String> id) {
    Set<String> ids = new LinkedHashSet<>();
    each(
        pointer,
        entries,
        (at, entry) -> {
          String each = id.apply(entry);
          if (each != null && !ids.add(each)) {
            violations.add(
                at,
                Text.of(
                    "'%s' stands here a second time; give each its own identifier.",
                    "« %s » figure ici une seconde fois ; donnez à chacun son identifiant.", each));
          }
        });
    return ids;
  }

  /** The identifiers of a list, without a word on those given twice. */
  static <T> Set<String> identifiers(List<T> entries, Function<T, String> id) {
    return entries.stream()
        .filter(Objects::nonNull)
        .map(id)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  void resolve(String pointer, String id, Set<String> known, Text kind) {
    if (id == null || known.contains(id)) {
      return;
    }
    violations.add(
        pointer,
        Suggestion.nearest(id, known.stream().filter(Objects::nonNull).toList())
            .map(
                near ->
                    Text.of(
                        "There is no %3$s '%1$s'; did you mean '%2$s'?",
                        "On ne trouve %4$s « %1$s » ; vouliez-vous dire « %2$s » ?",
                        id,
                        near,
                        kind.en(),
                        kind.fr()))
            .orElseGet(
                () ->
                    Text.of(
                        "There is no %2$s '%1$s'; add it or refer to one that exists.",
                        "On ne trouve %3$s « %1$s » ; ajoutez ce qui manque ou corrigez l’identifiant.",
                        id,
                        kind.en(),
                        kind.fr())));
  }

  void resolveAll(String pointer, List<String> ids, Set<String> known, Text kind) {
    each(pointer, ids, (at, id) -> resolve(at, id, known, kind));
  }
}
