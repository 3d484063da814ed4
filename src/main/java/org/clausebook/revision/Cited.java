package org.clausebook.revision;

import java.util.List;
import org.clausebook.dossier.Source;

/** A statement with the source it stands in. */
public record Cited(Source source, Source.Statement statement) {

  /** A statement by its reference {@code source/statement}, in the first sources that hold it. */
  @SafeVarargs
  static Cited find(String reference, List<Source>... places) {
    int slash = reference.indexOf('/');
    String sourceId = reference.substring(0, slash);
    String statementId = reference.substring(slash + 1);
    for (List<Source> sources : places) {
      for (Source source : sources) {
        if (source.id().equals(sourceId)) {
          for (Source.Statement statement : source.statements()) {
            if (statement.id().equals(statementId)) {
              return new Cited(source, statement);
            }
          }
        }
      }
    }
    throw new IllegalStateException(
        "A published dossier cites nothing that is not there: " + reference);
  }
}
