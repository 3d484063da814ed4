package org.clausebook.dossier;

import java.util.List;
import java.util.stream.Collectors;

/** A document that is refused, with everything that is wrong with it. Nothing was changed. */
public final class InvalidDocument extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final boolean malformed;
  private final transient List<Violation> violations;

  private InvalidDocument(boolean malformed, List<Violation> violations) {
    super(
        violations.stream().map(Violation::toString).collect(Collectors.joining("\n  ", "  ", "")));
    this.malformed = malformed;
    this.violations = List.copyOf(violations);
  }

  /** Not YAML or JSON at all, so that nothing more can be said of it. */
  static InvalidDocument malformed(Violation violation) {
    return new InvalidDocument(true, List.of(violation));
  }

  /** Well-formed, but not a dossier that may be published. */
  public static InvalidDocument invalid(List<Violation> violations) {
    return new InvalidDocument(false, violations);
  }

  public boolean isMalformed() {
    return malformed;
  }

  /** In the order of the document. */
  public List<Violation> violations() {
    return violations;
  }
}
