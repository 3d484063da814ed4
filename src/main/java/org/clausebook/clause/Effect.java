package org.clausebook.clause;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an instrument does to a clause. */
@Schema(description = "What one instrument does to a clause.")
public record Effect(
    @Schema(
            description = "Slug of the instrument.",
            examples = {"2026-04-27"})
        String instrument,
    @Schema(
            description = "Day on which it takes effect.",
            examples = {"2026-04-27"})
        LocalDate date,
    Dossier.EffectKind kind,
    Text text,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations) {

  public static Optional<Effect> of(Dossier.Effect effect, Facts facts) {
    return facts
        .admit(effect.cites())
        .map(
            citations ->
                new Effect(
                    effect.instrument(),
                    facts.edition().dossier().dayOf(effect),
                    effect.kind(),
                    effect.text(),
                    citations));
  }
}
