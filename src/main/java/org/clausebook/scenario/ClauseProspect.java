package org.clausebook.scenario;

import java.util.List;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.Term;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What would become of a clause. */
@Schema(description = "What would become of one clause, and why.")
public record ClauseProspect(
    @Schema(
            description = "Slug of the clause.",
            examples = {"ip-rights-research"})
        String clause,
    Dossier.Theme theme,
    Text title,
    @Schema(
            description =
                "From the state on record (on the day of the last review, or on `asOf` when that is earlier, without assumption) to `asOf` under the assumptions: the term `ends`, `continues`, is `replaced` by another; one `starts` where none held; `absent` when none holds, then as now.")
        Prospect.Outcome outcome,
    @Schema(description = "Where it would stand.") ClauseStatus status,
    @Schema(
            description =
                "Slug of the instrument that is silent on it, when `notRestated`; when `ended` as foreseen, of one that was silent by then, so that nothing published says whether it still held. Absent otherwise.",
            examples = {"2026-04-27"})
        String silentInstrument,
    @Schema(description = "Where it would stand on that day without the assumptions.")
        ClauseStatus withoutAssumption,
    @Schema(description = "True when the assumptions make a difference to it.")
        boolean dependsOnAssumption,
    @Schema(description = "The term that would hold; absent when none would.") Term term,
    @Schema(description = "The reasoning, step by step.", maxItems = 20) List<Text> steps,
    @Schema(description = "The clause.") Link link) {

  static ClauseProspect of(Prospect prospect, Facts facts) {
    return new ClauseProspect(
        prospect.clause().id(),
        prospect.clause().theme(),
        prospect.clause().title(),
        prospect.outcome(),
        prospect.assumed().status(),
        prospect.assumed().silentInstrument(),
        prospect.plain().status(),
        prospect.dependsOnAssumption(),
        prospect.assumed().term().flatMap(term -> Term.of(term, facts)).orElse(null),
        Reasoning.of(prospect),
        Link.to("/v1/deals/" + prospect.dossier().deal() + "/clauses/" + prospect.clause().id()));
  }
}
