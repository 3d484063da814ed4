package org.clausebook.revision;

import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.dossier.Source;

/** A revision by the sources it holds, be it of a deal or of the reference. */
public record SourcePlace(Revision revision, List<Source> sources) {

  static SourcePlace of(Revision revision, Record document) {
    return new SourcePlace(
        revision,
        document instanceof Dossier dossier ? dossier.sources() : ((Reference) document).sources());
  }

  /** A source that it holds. */
  public Source source(String id) {
    return sources.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
