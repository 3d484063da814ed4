package org.clausebook.dossier;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/** Identifiers within a document: each given once, each that is referred to there. */
final class References {

  static final Text REGION = new Text("région", "region");
  static final Text STAKEHOLDER = new Text("partie prenante", "stakeholder");
  static final Text REGULATION = new Text("réglementation", "regulation");
  static final Text INSTRUMENT = new Text("instrument", "instrument");
  static final Text CLAUSE = new Text("clause", "clause");
  static final Text TERM = new Text("stipulation", "term");
  static final Text EVENT = new Text("événement", "event");
  static final Text SOURCE = new Text("source", "source");
  static final Text STATEMENT = new Text("affirmation", "statement");

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
                        "Il n’y a pas de %4$s « %1$s » ; vouliez-vous dire « %2$s » ?",
                        id,
                        near,
                        kind.en(),
                        kind.fr()))
            .orElseGet(
                () ->
                    Text.of(
                        "There is no %2$s '%1$s'; add it or refer to one that exists.",
                        "Il n’y a pas de %3$s « %1$s » ; ajoutez-la ou visez-en une qui existe.",
                        id,
                        kind.en(),
                        kind.fr())));
  }

  void resolveAll(String pointer, List<String> ids, Set<String> known, Text kind) {
    each(pointer, ids, (at, id) -> resolve(at, id, known, kind));
  }
}
