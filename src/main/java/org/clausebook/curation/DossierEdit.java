package org.clausebook.curation;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Violation;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Standing;

/** Replaces a dossier, of a deal or the reference, by the one that was sent. */
final class DossierEdit implements Edit {

  private final String dossier;
  private final Sent sent;
  private final Admission admission;
  private final Tags tags;

  DossierEdit(String dossier, Sent sent, Admission admission, Tags tags) {
    this.dossier = dossier;
    this.sent = sent;
    this.admission = admission;
    this.tags = tags;
  }

  @Override
  public String dossier() {
    return dossier;
  }

  @Override
  public List<EntityTag> tags(Standing standing) {
    return tags.of(standing);
  }

  @Override
  public void read() {
    sent.document();
  }

  @Override
  public boolean creates(Optional<Record> present) {
    return present.isEmpty();
  }

  @Override
  public Record apply(Optional<Record> present, Reference reference) {
    if (dossier.equals(Editions.REFERENCE)) {
      return admission.reference(sent.document());
    }
    Dossier edition = admission.dossier(sent.document(), reference);
    if (!edition.deal().equals(dossier)) {
      throw InvalidDocument.invalid(
          List.of(
              new Violation(
                  "/deal",
                  0,
                  Text.of(
                      "The dossier is of the deal '%s', the address names '%s'.",
                      "Le dossier est celui de l’accord « %s », l’adresse nomme « %s ».",
                      edition.deal(),
                      dossier))));
    }
    return edition;
  }

  @Override
  public EntityTag tag(Record published) {
    return tags.after(published);
  }
}
