package org.clausebook.revision;

import org.clausebook.dossier.Reference;

/** The reference as it is read. */
public record ReferenceEdition(Revision revision, Reference reference) {

  /** A statement by its reference {@code source/statement}. */
  public Cited statement(String cited) {
    return Cited.find(cited, reference.sources());
  }
}
