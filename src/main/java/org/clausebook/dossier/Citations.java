package org.clausebook.dossier;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.http.language.Text;

/** Every citation finds its statement, and every statement is of use to somebody. */
final class Citations {

  private final DossierParser.Violations violations;
  private final References references;
  private final Map<String, String> own = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> used = new LinkedHashSet<>();

  /**
   * @param own the sources of the document itself
   * @param shared sources of the reference, which a dossier may cite too
   */
  Citations(DossierParser.Violations violations, List<Source> own, List<Source> shared) {
    this.violations = violations;
    this.references = new References(violations);
    Set<String> taken = new LinkedHashSet<>();
    shared.forEach(
        source -> {
          taken.add(source.id());
          source.statements().forEach(each -> known.add(source.id() + "/" + each.id()));
        });
    references.unique("/sources", own, Source::id);
    References.each(
        "/sources",
        own,
        (at, source) -> {
          if (taken.contains(source.id())) {
            violations.add(
                at + "/id",
                Text.of(
                    "The source '%s' belongs to the reference; cite it from here, or choose another identifier.",
                    "La source « %s » appartient à la référence ; citez-la d’ici, ou choisissez un autre identifiant.",
                    source.id()));
          }
          references.unique(at + "/statements", source.statements(), Source.Statement::id);
          References.each(
              at + "/statements",
              source.statements(),
              (there, statement) -> {
                if (source.id() != null && statement.id() != null) {
                  this.own.putIfAbsent(source.id() + "/" + statement.id(), there);
                }
              });
        });
    known.addAll(this.own.keySet());
    references.know(References.Kind.STATEMENT, known);
  }

  /** The statements that a part cites under {@code cites}. */
  void cite(String pointer, List<String> cites) {
    use(pointer + "/cites", cites);
  }

  /** The statements that a list refers to. */
  void use(String pointer, List<String> statements) {
    references.resolveAll(pointer, statements, References.Kind.STATEMENT);
    used.addAll(statements);
  }

  void noStatementIsLeftHanging() {
    own.forEach(
        (statement, pointer) -> {
          if (!used.contains(statement)) {
            violations.add(
                pointer,
                Text.of(
                    "Nothing cites the statement '%s'; let a fact or a discrepancy refer to it, or remove it.",
                    "Rien ne cite l’affirmation « %s » ; faites-la citer par un fait ou un écart, ou retirez-la.",
                    statement));
          }
        });
  }
}
