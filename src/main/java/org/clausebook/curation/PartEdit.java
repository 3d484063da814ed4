package org.clausebook.curation;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierPart;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Standing;

/** Puts one part into the dossier that stands, or takes it out. */
final class PartEdit implements Edit {

  private final String deal;
  private final DossierPart part;
  private final String id;
  private final Sent sent;
  private final PartTags tags;

  /**
   * @param sent the part; null to remove it
   */
  PartEdit(String deal, DossierPart part, String id, Sent sent, PartTags tags) {
    this.deal = deal;
    this.part = part;
    this.id = id;
    this.sent = sent;
    this.tags = tags;
  }

  @Override
  public String dossier() {
    return deal;
  }

  @Override
  public List<EntityTag> tags(Standing standing) {
    Withdrawal.requirePresent(standing);
    if (sent == null) {
      Dossier dossier = tags.dossier(standing);
      if (!part.isIn(dossier, id)) {
        throw Names.parts(part, dossier).missing(id);
      }
    }
    return tags.of(standing, part, id);
  }

  @Override
  public void read() {
    if (sent != null) {
      sent.document();
    }
  }

  @Override
  public boolean creates(Optional<Record> present) {
    return sent != null && !part.isIn((Dossier) present.orElseThrow(), id);
  }

  @Override
  public Record apply(Optional<Record> present, Reference reference) {
    Dossier dossier = (Dossier) present.orElseThrow();
    if (sent != null) {
      return part.put(dossier, id, sent.document(), reference);
    }
    try {
      return part.remove(dossier, id, reference);
    } catch (InvalidDocument e) {
      throw ProblemType.CONFLICT.because(
          Text.of(
              "Without '%s' the dossier would not hold together; mend first what is named below.",
              "Sans « %s », le dossier ne tiendrait plus ; corrigez d’abord ce qui est nommé ci-dessous.",
              id),
          e.violations().stream()
              .map(each -> Fault.content(each.pointer(), each.line(), each.message()))
              .toList());
    }
  }

  @Override
  public EntityTag tag(Record published) {
    return null;
  }

  @Override
  public EntityTag tagNow() {
    return sent == null ? null : tags.now(part, deal, id);
  }
}
