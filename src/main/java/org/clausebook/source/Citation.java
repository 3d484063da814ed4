package org.clausebook.source;

import java.util.List;
import org.clausebook.dossier.Dossier.Certainty;
import org.clausebook.dossier.Evidence;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Cited;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The statement that bears out a fact. */
@Schema(description = "The statement that bears out a fact, and where it stands.")
public record Citation(
    @Schema(
            description = "Slug of the source.",
            examples = {"openai-2025-10-28"})
        String source,
    @Schema(
            description = "Slug of the statement within the source.",
            examples = {"c04"})
        String statement,
    @Schema(description = "Title of the source.") Text title,
    @Schema(description = "Where in the source: section, paragraph, bullet.") Text locator,
    @Schema(description = "What the statement says, in our words.") Text text,
    @Schema(description = "How sure the source is of it.") Certainty mode,
    @Schema(description = "How near to the primary document it was read.") Evidence evidence,
    @Schema(description = "Who reproduces the primary wording, where it was read through somebody.")
        Text via,
    @Schema(description = "Address of the original document; absent when it has none.") String url,
    @Schema(description = "The statements of the source, as served here.") Link link) {

  /** The statements that something of the reference cites. */
  public static List<Citation> of(List<String> cites, ReferenceEdition edition) {
    return cites.stream().map(edition::statement).map(Citation::of).toList();
  }

  public static Citation of(Cited cited) {
    return new Citation(
        cited.source().id(),
        cited.statement().id(),
        cited.source().title(),
        cited.statement().locator(),
        cited.statement().text(),
        cited.statement().mode(),
        cited.statement().evidence(),
        cited.statement().via(),
        cited.source().url(),
        Link.to("/v1/sources/" + cited.source().id() + "/statements"));
  }
}
