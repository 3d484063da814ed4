package org.clausebook.comparison;

import java.util.List;
import java.util.Optional;
import org.clausebook.clause.Effect;
import org.clausebook.clause.Ending;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause that changed. */
@Schema(description = "A clause that says something else on the second day than on the first.")
public record ClauseChange(
    @Schema(
            description = "Slug of the clause.",
            examples = {"revenue-share-to-microsoft"})
        String clause,
    Dossier.Theme theme,
    Text title,
    @Schema(description = "What happened between the two days, in one sentence.") Text summary,
    @Schema(
            description =
                "What instruments did to it between the two days, oldest first; empty when only a foreseen end came.",
            maxItems = 200)
        List<Effect> effects,
    @Schema(description = "How the earlier term ended; absent when there was none.") Ending ending,
    @Schema(description = "How it stands on `from`.") Standing before,
    @Schema(description = "How it stands on `until`.") Standing after,
    @Schema(description = "Field by field.", maxItems = 500) List<Difference> differences,
    @Schema(description = "True when on `until`, but not on `from`, nobody says whether it holds.")
        boolean becameUnknown,
    @Schema(description = "The clause.") Link link) {

  static ClauseChange of(Span span, Facts facts) {
    return new ClauseChange(
        span.clause().id(),
        span.clause().theme(),
        span.clause().title(),
        Sentences.change(span),
        effects(span, facts),
        span.ended().flatMap(Ending::of).orElse(null),
        Standing.of(span.before(), facts),
        Standing.of(span.after(), facts),
        Difference.between(span.before().term(), span.after().term()),
        span.becameUnknown(),
        link(span));
  }

  static List<Effect> effects(Span span, Facts facts) {
    return span.effects().stream()
        .map(each -> Effect.of(each, facts))
        .flatMap(Optional::stream)
        .toList();
  }

  static Link link(Span span) {
    return Link.to("/v1/deals/" + span.dossier().deal() + "/clauses/" + span.clause().id());
  }
}
