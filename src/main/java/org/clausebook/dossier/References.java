package org.clausebook.dossier;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Suggestion;

/** Identifiers within a document: each given once, each that is referred to there. */
final class References {

  /** What an identifier may be of. */
  enum Kind {
    // In French with the article, which agrees in gender.
    REGION("aucune région", "region"),
    STAKEHOLDER("aucune partie prenante", "stakeholder"),
    REGULATION("aucune réglementation", "regulation"),
    INSTRUMENT("aucun instrument", "instrument"),
    CLAUSE("aucune clause", "clause"),
    TERM("aucune stipulation", "term"),
    EVENT("aucun événement", "event"),
    SOURCE("aucune source", "source"),
    STATEMENT("aucune affirmation", "statement"),
    CURRENCY("aucune monnaie ISO 4217", "ISO 4217 currency");

    private final String fr;
    private final String en;

    Kind(String fr, String en) {
      this.fr = fr;
      this.en = en;
    }
  }

  private final DossierParser.Violations violations;

  private final Map<Kind, Set<String>> known = new EnumMap<>(Kind.class);

  References(DossierParser.Violations violations) {
    this.violations = violations;
  }

  /** With everything that the parts of a dossier may refer to, but statements. */
  static References of(Dossier dossier, Reference reference, DossierParser.Violations violations) {
    Set<String> terms = new HashSet<>();
    each(
        "",
        dossier.clauses(),
        (at, clause) ->
            each("", clause.terms(), (there, term) -> terms.add(clause.id() + "/" + term.from())));
    return new References(violations)
        .know(Kind.REGION, identifiers(reference.regions(), Reference.Region::id))
        .know(Kind.STAKEHOLDER, identifiers(reference.stakeholders(), Reference.Stakeholder::id))
        .know(Kind.REGULATION, identifiers(reference.regulations(), Reference.Regulation::id))
        .know(
            Kind.SOURCE,
            identifiers(
                Stream.of(dossier.sources(), reference.sources())
                    .flatMap(Collection::stream)
                    .toList(),
                Source::id))
        .know(Kind.INSTRUMENT, identifiers(dossier.instruments(), Dossier.Instrument::id))
        .know(Kind.EVENT, identifiers(dossier.events(), Dossier.Event::id))
        .know(Kind.CLAUSE, identifiers(dossier.clauses(), Dossier.Clause::id))
        .know(Kind.TERM, terms);
  }

  References know(Kind kind, Set<String> identifiers) {
    known.put(kind, identifiers);
    return this;
  }

  boolean isKnown(Kind kind, String id) {
    return id != null && known.get(kind).contains(id);
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
  private static <T> Set<String> identifiers(List<T> entries, Function<T, String> id) {
    return entries.stream()
        .filter(Objects::nonNull)
        .map(id)
        .filter(Objects::nonNull)
        .collect(Collectors.toUnmodifiableSet());
  }

  void resolve(String pointer, String id, Kind kind) {
    if (id == null || isKnown(kind, id)) {
      return;
    }
    violations.add(
        pointer,
        Suggestion.nearest(id, List.copyOf(known.get(kind)))
            .map(
                near ->
                    Text.of(
                        "There is no %3$s '%1$s'; did you mean '%2$s'?",
                        "On ne trouve %4$s « %1$s » ; vouliez-vous dire « %2$s » ?",
                        id,
                        near,
                        kind.en,
                        kind.fr))
            .orElseGet(
                () ->
                    Text.of(
                        "There is no %2$s '%1$s'; add it or refer to one that exists.",
                        "On ne trouve %3$s « %1$s » ; ajoutez ce qui manque ou corrigez l’identifiant.",
                        id,
                        kind.en,
                        kind.fr)));
  }

  void resolveAll(String pointer, List<String> ids, Kind kind) {
    each(pointer, ids, (at, id) -> resolve(at, id, kind));
  }
}
