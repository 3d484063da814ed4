package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.dossier.Document;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Source;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/**
 * The one way in for a document, sent or read from a file: the parser's rules, and those that hold
 * between dossiers.
 */
@ApplicationScoped
@ActivateRequestContext
class Admission {

  private final Standings standings;
  private final Sources sources;

  Admission(Standings standings, Sources sources) {
    this.standings = standings;
    this.sources = sources;
  }

  /** The reference is no deal, though dossiers of both kinds share one space of names. */
  static String deal(String slug) {
    if (slug.equals(Editions.REFERENCE)) {
      throw Names.deals(List.of()).missing(slug);
    }
    return slug;
  }

  /**
   * Checks the dossier of a deal.
   *
   * @throws InvalidDocument with everything that is wrong
   */
  Dossier dossier(Document document, Reference reference) {
    Dossier dossier = DossierParser.dossier(document, reference);
    sources.belongTo(dossier);
    return dossier;
  }

  /**
   * Checks the reference.
   *
   * @throws InvalidDocument with everything that is wrong
   * @throws org.clausebook.http.problem.Problem 409 when a deal refers to what it leaves out
   */
  Reference reference(Document document) {
    Reference reference = DossierParser.reference(document);
    requireHolding(reference, Set.of());
    return reference;
  }

  /**
   * Refuses a reference with which the dossier of a deal would no longer hold.
   *
   * @param except deals that are about to be replaced too
   */
  void requireHolding(Reference reference, Set<String> except) {
    Standing standing = standings.of(Editions.REFERENCE);
    Set<String> touched =
        standing.current() == null
            ? Set.of()
            : touched((Reference) standings.document(standing.current().dataset()), reference);
    List<Fault> broken = new ArrayList<>();
    for (String deal : standings.dealsNaming(touched)) {
      if (!except.contains(deal)) {
        Record dossier = standings.document(standings.of(deal).current().dataset());
        try {
          DossierParser.dossier(DossierParser.json(dossier), Notation.JSON, reference);
        } catch (InvalidDocument e) {
          e.violations()
              .forEach(
                  each ->
                      broken.add(
                          Fault.content(
                              "",
                              0,
                              Text.filled(
                                  "Dossier of '%s', %s: %s",
                                  "Dossier de « %s », %s : %s",
                                  Text.same(deal),
                                  Text.same(each.pointer()),
                                  each.message()))));
        }
      }
    }
    if (!broken.isEmpty()) {
      throw ProblemType.CONFLICT.because(
          Text.of(
              "Dossiers of deals refer to what this reference leaves out; change them first.",
              "Des dossiers d’accords visent ce que cette référence omet ; changez-les d’abord."),
          broken);
    }
  }

  /** What a deal may have relied on: identifiers that go, and slugs of sources that come. */
  private static Set<String> touched(Reference before, Reference after) {
    Set<String> touched = new HashSet<>(identifiers(before));
    touched.removeAll(identifiers(after));
    Set<String> added =
        after.sources().stream().map(Source::id).collect(Collectors.toCollection(HashSet::new));
    before.sources().forEach(each -> added.remove(each.id()));
    touched.addAll(added);
    return touched;
  }

  private static Set<String> identifiers(Reference reference) {
    return Stream.of(
            reference.regions().stream().map(Reference.Region::id),
            reference.stakeholders().stream().map(Reference.Stakeholder::id),
            reference.regulations().stream().map(Reference.Regulation::id),
            reference.sources().stream().map(Source::id),
            reference.sources().stream()
                .flatMap(
                    source ->
                        source.statements().stream().map(each -> source.id() + "/" + each.id())))
        .flatMap(each -> each)
        .collect(Collectors.toSet());
  }
}
