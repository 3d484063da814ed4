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
import org.clausebook.dossier.Reference;
import org.clausebook.revision.BundledDossiers;
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

  Adoption(Standings standings, Publisher publisher, Admission admission) {
    this.standings = standings;
    this.publisher = publisher;
    this.admission = admission;
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

  /** Publishes bundled dossiers, all or none. */
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
              dossiers.forEach(each -> publisher.publish(each, bundled.get(each), author));
            });
  }

  /** Publishes a document; tells as which revision of what. */
  String bring(boolean isReference, Document document, String note) {
    Revision revision;
    if (isReference) {
      revision = publisher.publish(Editions.REFERENCE, admission.reference(document), author(note));
    } else {
      Standing reference = standings.of(Editions.REFERENCE);
      Dossier dossier =
          admission.dossier(
              document, (Reference) standings.document(reference.current().dataset()));
      revision = publisher.publish(dossier.deal(), dossier, author(note));
    }
    return revision.dossier() + ", revision " + revision.number();
  }

  private static Authorship author(String note) {
    return new Authorship("clausebook", "operator", "command", note, "correction");
  }
}
