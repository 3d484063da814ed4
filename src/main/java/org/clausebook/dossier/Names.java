package org.clausebook.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.http.problem.Suggestion;

/**
 * The names that things of one kind go by, and what is said to a request that names another. In an
 * address that is 404; in a parameter it is 400, since an empty answer would say that there is
 * nothing to tell of what does not exist.
 */
public final class Names {

  /** Lists that are told whole, so that nobody needs to guess. */
  private static final int FEW = 12;

  private final String en;
  private final String fr;
  private final List<String> known;

  /**
   * Names of a kind.
   *
   * @param fr the noun with its preposition, as in « Il n’existe pas de clause »
   */
  private Names(String en, String fr, Stream<String> known) {
    this.en = en;
    this.fr = fr;
    this.known = known.toList();
  }

  public static Names clauses(Dossier dossier) {
    return new Names("clause", "de clause", dossier.clauses().stream().map(Dossier.Clause::id));
  }

  public static Names instruments(Dossier dossier) {
    return new Names(
        "instrument", "d’instrument", dossier.instruments().stream().map(Dossier.Instrument::id));
  }

  public static Names events(Dossier dossier) {
    return new Names("event", "d’événement", dossier.events().stream().map(Dossier.Event::id));
  }

  public static Names implications(Dossier dossier) {
    return new Names(
        "implication",
        "d’implication",
        dossier.implications().stream().map(Dossier.Implication::id));
  }

  public static Names sources(Dossier dossier, Reference reference) {
    return new Names(
        "source",
        "de source",
        Stream.of(dossier.sources(), reference.sources())
            .flatMap(Collection::stream)
            .map(Source::id));
  }

  public static Names regions(Reference reference) {
    return new Names("region", "de région", reference.regions().stream().map(Reference.Region::id));
  }

  public static Names regulations(Reference reference) {
    return new Names(
        "regulation",
        "de réglementation",
        reference.regulations().stream().map(Reference.Regulation::id));
  }

  public static Names stakeholders(Reference reference) {
    return new Names(
        "stakeholder",
        "de partie prenante",
        reference.stakeholders().stream().map(Reference.Stakeholder::id));
  }

  /** Of the parts that may be written one at a time. */
  public static Names parts(DossierPart part, Dossier dossier) {
    return switch (part) {
      case clauses -> clauses(dossier);
      case implications -> implications(dossier);
      case stakeholders ->
          new Names(
              "stakeholder",
              "de partie prenante",
              dossier.stakeholders().stream().map(Dossier.Stakeholder::stakeholder));
    };
  }

  /** Of deals too many to hold at once: those that somebody may have meant. */
  public static Names deals(Collection<String> similar) {
    return new Names("deal", "d’accord", similar.stream());
  }

  /** Of sources too many to hold at once: those that somebody may have meant. */
  public static Names sources(Collection<String> similar) {
    return new Names("source", "de source", similar.stream());
  }

  /**
   * Holds a parameter against the names.
   *
   * @param name null where the parameter is absent
   * @throws Problem 400 when nothing goes by that name
   */
  public void require(String parameter, String name) {
    if (name != null && !known.contains(name)) {
      throw Problem.refused(parameter, sentence(name));
    }
  }

  /** 404: nothing goes by that name. */
  public Problem missing(String name) {
    return ProblemType.NOT_FOUND.because(sentence(name), List.of());
  }

  private Text sentence(String name) {
    Optional<String> near = Suggestion.nearest(name, known);
    if (near.isPresent()) {
      return Text.of(
          "There is no %2$s '%1$s'; did you mean '%4$s'?",
          "Il n’existe pas %3$s « %1$s » ; vouliez-vous dire « %4$s » ?", name, en, fr, near.get());
    }
    if (known.isEmpty() || known.size() > FEW) {
      return Text.of("There is no %2$s '%1$s'.", "Il n’existe pas %3$s « %1$s ».", name, en, fr);
    }
    return Text.of(
        "There is no %2$s '%1$s'; there are: %4$s.",
        "Il n’existe pas %3$s « %1$s » ; il y a : %4$s.", name, en, fr, String.join(", ", known));
  }
}
