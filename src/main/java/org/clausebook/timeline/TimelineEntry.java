package org.clausebook.timeline;

import java.time.LocalDate;
import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Evidence;
import org.clausebook.dossier.PartialDate;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Citation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One dated thing about a deal. */
@Schema(description = "One dated thing about a deal.")
public record TimelineEntry(
    @Schema(
            description = "Identifier within the timeline of the deal; it stays the same.",
            examples = {"termEnds/ip-exclusivity/2025-10-28"})
        String id,
    TimelineKind kind,
    @Schema(
            description =
                "When; the first day of the month or year where only that is known. Of a term that ends on a foreseen date, the last day on which it holds; of one that an event ends, the day of the event; of one that an instrument replaced or removed, the day on which that took effect.",
            examples = {"2032-12-31"})
        LocalDate date,
    @Schema(description = "How much of the date is known.") PartialDate.Precision precision,
    @Schema(
            description =
                "Day by which it had happened, where no more than the month or year is known; absent otherwise.",
            examples = {"2026-11-23"})
        LocalDate by,
    @Schema(
            description =
                "Last day of what lasted, or the first of the month or year it lasted into; absent for a moment.",
            examples = {"2024-07-09"})
        LocalDate until,
    @Schema(description = "How much of `until` is known; absent with it.")
        PartialDate.Precision untilPrecision,
    @Schema(
            description =
                "True when it is still to come on the day asked about. What is known to the month or year has come on its last day, or on that by which it is known to have happened; a milestone that its statements only expect (none has the mode `asserted`) has not come, even where the date it was expected on has passed.")
        boolean upcoming,
    Text title,
    Text text,
    @Schema(
            description = "Slug of the clause, of a term that begins or ends.",
            examples = {"ip-exclusivity"})
        String clause,
    @Schema(description = "The end that the parties foresaw, of a term that ends so.")
        Dossier.End end,
    @Schema(
            description =
                "Slug of the instrument that is silent on the clause, of a foreseen end; nothing published says whether the clause holds until then.",
            examples = {"2026-04-27"})
        String silentInstrument,
    @Schema(
            description = "Slug of the instrument, or of the one that brought or ended a term.",
            examples = {"2026-04-27"})
        String instrument,
    @Schema(
            description = "Slug of the regulation, of a milestone.",
            examples = {"ai-act"})
        String regulation,
    @Schema(
            description = "Code of the region it concerns; absent for the world.",
            examples = {"EU"})
        String region,
    @Schema(description = "Slugs of the stakeholders it involves.", maxItems = 100)
        List<String> stakeholders,
    @Schema(description = "The numbers it turns on, disclosed or not.", maxItems = 50)
        List<Dossier.Figure> figures,
    @Schema(
            description =
                "True when an admitted statement contradicts one that bears it out; see `disputedBy`.")
        boolean conflict,
    @Schema(description = "The statements that say otherwise.", maxItems = 100)
        List<Citation> disputedBy,
    @Schema(description = "The strongest evidence among its citations.") Evidence evidence,
    @Schema(description = "The statements that bear it out.", maxItems = 100)
        List<Citation> citations,
    @Schema(description = "What it is about: the instrument, the clause, the regulation.")
        Link link) {}
