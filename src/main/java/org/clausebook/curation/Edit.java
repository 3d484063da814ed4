package org.clausebook.curation;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Reference;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.revision.Standing;

/** A change that somebody asks for. It may be worked out again when the state moved meanwhile. */
interface Edit {

  /** Slug of the deal, or {@code reference}. */
  String dossier();

  /**
   * The tags of what the request's address gives now; empty when it gives nothing.
   *
   * @throws org.clausebook.http.problem.Problem 404 or 410 where the address cannot be written to
   */
  List<EntityTag> tags(Standing standing);

  /**
   * Reads what was sent, if anything was.
   *
   * @throws org.clausebook.dossier.InvalidDocument where it is no document at all
   */
  default void read() {}

  /** Whether the address will give something that it does not give now. */
  boolean creates(Optional<Record> present);

  /**
   * The whole document as it shall be, checked; null when the deal shall be withdrawn.
   *
   * @param present the document that stands, if any
   * @param reference the reference that stands
   * @throws org.clausebook.dossier.InvalidDocument with everything that is wrong
   */
  Record apply(Optional<Record> present, Reference reference);

  /**
   * What the address will give once the document stands; null where that can only be told
   * afterwards, by {@link #tagNow}.
   */
  EntityTag tag(Record document);

  /** What the address gives, now that the document stands. */
  default EntityTag tagNow() {
    return null;
  }
}
