package org.clausebook.curation;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Violation;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Standing;

/** Replaces a deal's dossier by the one that was sent. */
final class DossierEdit implements Edit {

  private final String deal;
  private final byte[] document;
  private final DossierParser.Notation notation;
  private final Sources sources;
  private final Tags tags;

  DossierEdit(
      String deal, byte[] document, DossierParser.Notation notation, Sources sources, Tags tags) {
    this.deal = deal;
    this.document = document;
    this.notation = notation;
    this.sources = sources;
    this.tags = tags;
  }

  @Override
  public String dossier() {
    return deal;
  }

  @Override
  public List<EntityTag> tags(Standing standing) {
    return tags.of(standing);
  }

  @Override
  public Record apply(Optional<Record> present, Reference reference) {
    Dossier dossier = DossierParser.dossier(document, notation, reference);
    if (!dossier.deal().equals(deal)) {
      throw InvalidDocument.invalid(
          List.of(
              new Violation(
                  "/deal",
                  0,
                  Text.of(
                      "The dossier is of the deal '%s', the address names '%s'.",
                      "Le dossier est celui de l’accord « %s », l’adresse nomme « %s ».",
                      dossier.deal(),
                      deal))));
    }
    sources.belongTo(dossier);
    return dossier;
  }

  @Override
  public EntityTag tag(Record published) {
    return tags.after(published);
  }
}
