package org.clausebook.deal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A deal as one of a list. */
@Schema(description = "A deal as one of a list.")
public record DealSummary(
    @Schema(
            description = "Slug of the deal.",
            examples = {"microsoft-openai"})
        String id,
    Text title,
    Text summary,
    Dossier.DealStatus status,
    @Schema(
            description = "Slugs of the stakeholders bound by it.",
            maxItems = 50,
            examples = {"[\"microsoft\"]"})
        List<String> parties,
    @Schema(
            description = "Date of the first instrument; absent when there is none.",
            examples = {"2019-07-22"})
        LocalDate firstSigned,
    @Schema(
            description = "Day on which a curator last checked the whole against its sources.",
            examples = {"2026-11-23"})
        LocalDate reviewed,
    @Schema(
            description = "Number of the revision that readers see.",
            examples = {"1"})
        int revision,
    @Schema(description = "Links by relation.") Map<String, Link> links) {}
