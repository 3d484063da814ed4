package org.clausebook.curation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.change.Comparison;
import org.clausebook.change.PartChange;
import org.clausebook.dossier.Document;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.revision.BundledDossiers;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.revision.Revision;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/** Takes over dossiers from files, by the hand of an operator. */
@ApplicationScoped
class Adoption {

  private final Standings standings;
  private final Publisher publisher;
  private final Admission admission;
  private final Sources sources;

  Adoption(Standings standings, Publisher publisher, Admission admission, Sources sources) {
    this.standings = standings;
    this.publisher = publisher;
    this.admission = admission;
    this.sources = sources;
  }

  /** How the bundled dossiers differ from those that stand, by dossier; the reference first. */
  Map<String, List<PartChange>> differences() {
    Map<String, List<PartChange>> differences = new LinkedHashMap<>();
    BundledDossiers.all()
        .forEach(
            (dossier, bundled) -> {
              Standing standing = standings.of(dossier);
              List<PartChange> changes =
                  Comparison.between(
                      standing.current() == null
                          ? null
                          : standings.document(standing.current().dataset()),
                      bundled);
              if (!changes.isEmpty()) {
                differences.put(dossier, changes);
              }
            });
    return differences;
  }

  /**
   * Publishes bundled dossiers, all or none.
   *
   * @throws InvalidDocument when one has a source that belongs to another dossier
   * @throws org.clausebook.http.problem.Problem 409 when a deal refers to what the reference leaves
   *     out
   */
  void publish(Collection<String> dossiers) {
    Map<String, Record> bundled = BundledDossiers.all();
    Authorship author = author("Takes over the dossier that comes with the application");
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              publisher.enterInOrder();
              if (dossiers.contains(Editions.REFERENCE)) {
                admission.requireHolding(
                    (Reference) bundled.get(Editions.REFERENCE), Set.copyOf(dossiers));
              }
              for (String each : dossiers) {
                if (bundled.get(each) instanceof Dossier deal) {
                  sources.belongTo(deal);
                }
                publisher.publish(each, bundled.get(each), author);
              }
            });
  }

  /** Publishes a document; tells as which revision of what. */
  String bring(boolean isReference, Document document, String note) {
    Revision revision =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  publisher.enterInOrder();
                  return isReference
                      ? publisher.publish(
                          Editions.REFERENCE, admission.reference(document), author(note))
                      : bring(document, note);
                });
    return revision.dossier() + ", revision " + revision.number();
  }

  private Revision bring(Document document, String note) {
    Standing reference = standings.of(Editions.REFERENCE);
    Dossier dossier =
        admission.dossier(document, (Reference) standings.document(reference.current().dataset()));
    return publisher.publish(dossier.deal(), dossier, author(note));
  }

  private static Authorship author(String note) {
    return Authorship.ofOperator("command", note, ChangeKind.correction);
  }
}
