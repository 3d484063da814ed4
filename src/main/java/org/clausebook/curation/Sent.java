package org.clausebook.curation;

import org.clausebook.dossier.Document;
import org.clausebook.dossier.DossierParser.Notation;

/** The content of a write, read once, and not before somebody asks what it says. */
final class Sent {

  private final byte[] bytes;
  private final Notation notation;
  private Document document;

  Sent(byte[] bytes, Notation notation) {
    this.bytes = bytes;
    this.notation = notation;
  }

  byte[] bytes() {
    return bytes;
  }

  /**
   * What was sent.
   *
   * @throws org.clausebook.dossier.InvalidDocument where it is no document at all
   */
  Document document() {
    if (document == null) {
      document = Document.read(bytes, notation);
    }
    return document;
  }
}
