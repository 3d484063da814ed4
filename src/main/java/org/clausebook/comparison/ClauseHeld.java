package org.clausebook.comparison;

import java.util.List;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.Effect;
import org.clausebook.clause.Term;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A clause of which nothing that was published says that it changed. */
@Schema(description = "A clause with the same term, or none, on both days.")
public record ClauseHeld(
    @Schema(
            description = "Slug of the clause.",
            examples = {"ip-rights-models-products"})
        String clause,
    Dossier.Theme theme,
    Text title,
    @Schema(description = "What is known of it between the two days, in one sentence.")
        Text summary,
    @Schema(description = "Its status on `from`.") ClauseStatus before,
    @Schema(description = "Its status on `until`.") ClauseStatus after,
    @Schema(description = "True when on `until`, but not on `from`, nobody says whether it holds.")
        boolean becameUnknown,
    @Schema(
            description =
                "Slug of the instrument that is silent on it: by the later day, else by the earlier; absent when `notRestated` on neither.",
            examples = {"2026-04-27"})
        String silentInstrument,
    @Schema(
            description =
                "Slugs of the instruments that reaffirmed it between the two days, oldest first.",
            maxItems = 200,
            examples = {"[\"2026-02-27\"]"})
        List<String> reaffirmedBy,
    @Schema(
            description = "What instruments did to it between the two days, oldest first.",
            maxItems = 200)
        List<Effect> effects,
    @Schema(description = "The term on both days; absent when there is none.") Term term,
    @Schema(description = "The clause.") Link link) {

  static ClauseHeld of(Span span, Facts facts) {
    return new ClauseHeld(
        span.clause().id(),
        span.clause().theme(),
        span.clause().title(),
        Sentences.held(span),
        span.before().status(),
        span.after().status(),
        span.becameUnknown(),
        span.silentInstrument(),
        span.effects().stream()
            .filter(each -> each.kind() == Dossier.EffectKind.reaffirmed)
            .map(Dossier.Effect::instrument)
            .distinct()
            .toList(),
        ClauseChange.effects(span, facts),
        span.after().term().flatMap(term -> Term.of(term, facts)).orElse(null),
        ClauseChange.link(span));
  }
}
