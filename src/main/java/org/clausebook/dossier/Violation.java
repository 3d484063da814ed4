package org.clausebook.dossier;

import org.clausebook.http.language.Language;
import org.clausebook.http.language.Text;

/**
 * One thing wrong with a document.
 *
 * @param pointer where, as JSON Pointer (RFC 6901) into the document; empty for the whole
 * @param line line of the document, from 1; 0 when not known
 * @param message what is wrong and how to mend it
 */
public record Violation(String pointer, int line, Text message) {

  /** For logs: {@code line 12, /clauses/0/title: …}. */
  @Override
  public String toString() {
    return (line > 0 ? "line " + line + ", " : "")
        + (pointer.isEmpty() ? "the document" : pointer)
        + ": "
        + message.in(Language.EN);
  }
}
