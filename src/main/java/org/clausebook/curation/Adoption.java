package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.change.Comparison;
import org.clausebook.change.PartChange;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
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
  private final Sources sources;

  Adoption(Standings standings, Publisher publisher, Sources sources) {
    this.standings = standings;
    this.publisher = publisher;
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

  void publish(Collection<String> dossiers) {
    Map<String, Record> bundled = BundledDossiers.all();
    for (String dossier : dossiers) {
      publisher.publish(
          dossier,
          bundled.get(dossier),
          author("Takes over the dossier that comes with the application"));
    }
  }

  /** Publishes a document; tells as which revision of what. */
  String bring(boolean isReference, byte[] document, Notation notation, String note) {
    Revision revision;
    if (isReference) {
      Reference reference = DossierParser.reference(document, notation);
      ReferenceEdit.requireHolding(reference, standings);
      revision = publisher.publish(Editions.REFERENCE, reference, author(note));
    } else {
      Standing reference = standings.of(Editions.REFERENCE);
      Dossier dossier =
          DossierParser.dossier(
              document, notation, (Reference) standings.document(reference.current().dataset()));
      sources.belongTo(dossier);
      revision = publisher.publish(dossier.deal(), dossier, author(note));
    }
    return revision.dossier() + ", revision " + revision.number();
  }

  private static Authorship author(String note) {
    return new Authorship("clausebook", "operator", "command", note, "correction");
  }
}
