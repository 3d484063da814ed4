package org.clausebook.implication;

import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** From an implication to a law it falls under. */
@Schema(description = "From an implication to a law it falls under.")
public record FallsUnder(
    @Schema(
            description = "Slug of the regulation.",
            examples = {"gdpr"})
        String regulation,
    @Schema(description = "Short name of the regulation.") Text name,
    @Schema(description = "Whether a source draws the link or the curators do.")
        Dossier.Basis basis,
    @Schema(description = "Why the curators draw it; on editorial links.") Text reason,
    @Schema(description = "The statements that draw it; on stated links.", maxItems = 100)
        List<Citation> citations,
    @Schema(description = "The regulation.") Link link) {

  static Optional<FallsUnder> of(Dossier.RegulationLink link, Facts facts) {
    Reference.Regulation regulation =
        facts.edition().reference().regulation(link.regulation()).orElseThrow();
    return CausedBy.drawn(link.basis(), link.cites(), facts)
        .map(
            citations ->
                new FallsUnder(
                    regulation.id(),
                    regulation.name(),
                    link.basis(),
                    link.reason(),
                    citations,
                    Link.to("/v1/regulations/" + regulation.id())));
  }
}
