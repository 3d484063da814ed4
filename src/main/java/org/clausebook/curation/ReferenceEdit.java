package org.clausebook.curation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Reference;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/** Replaces the reference by the one that was sent, if every deal still holds with it. */
final class ReferenceEdit implements Edit {

  private final byte[] document;
  private final DossierParser.Notation notation;
  private final Standings standings;
  private final Tags tags;

  ReferenceEdit(byte[] document, DossierParser.Notation notation, Standings standings, Tags tags) {
    this.document = document;
    this.notation = notation;
    this.standings = standings;
    this.tags = tags;
  }

  @Override
  public String dossier() {
    return Editions.REFERENCE;
  }

  @Override
  public List<EntityTag> tags(Standing standing) {
    return tags.of(standing);
  }

  @Override
  public Record apply(Optional<Record> present, Reference standingReference) {
    Reference reference = DossierParser.reference(document, notation);
    requireHolding(reference, standings);
    return reference;
  }

  /** Refuses a reference with which the dossier of a deal would no longer hold. */
  static void requireHolding(Reference reference, Standings standings) {
    List<Fault> broken = new ArrayList<>();
    for (String deal : standings.deals()) {
      Record dossier = standings.document(standings.of(deal).current().dataset());
      try {
        DossierParser.dossier(DossierParser.json(dossier), DossierParser.Notation.JSON, reference);
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
    if (!broken.isEmpty()) {
      throw ProblemType.CONFLICT.because(
          Text.of(
              "Dossiers of deals refer to what this reference leaves out; change them first.",
              "Des dossiers d’accords visent ce que cette référence omet ; changez-les d’abord."),
          broken);
    }
  }

  @Override
  public EntityTag tag(Record published) {
    return tags.after(published);
  }
}
