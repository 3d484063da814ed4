package org.clausebook.curation;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Standing;

/** Hides a deal that is there. */
record Withdrawal(String deal, Tags tags) implements Edit {

  @Override
  public String dossier() {
    return deal;
  }

  @Override
  public List<EntityTag> tags(Standing standing) {
    requirePresent(standing);
    return tags.of(standing);
  }

  @Override
  public boolean creates(Optional<Record> present) {
    return false;
  }

  @Override
  public Record apply(Optional<Record> present, Reference reference) {
    return null;
  }

  @Override
  public EntityTag tag(Record document) {
    return null;
  }

  /** 404 for a deal that never was, 410 for one that was withdrawn. */
  static void requirePresent(Standing standing) {
    if (standing.isWithdrawn()) {
      throw ProblemType.GONE.because(
          "This deal was withdrawn; publish its dossier to bring it back.",
          "Cet accord a été retiré ; publiez son dossier pour le rétablir.");
    }
    if (standing.current() == null) {
      throw Names.deals(List.of()).missing(standing.dossier());
    }
  }
}
