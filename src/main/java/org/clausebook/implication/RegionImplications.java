package org.clausebook.implication;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of what all deals mean for a region. */
@Schema(description = "A page of what all deals mean for a region.")
public record RegionImplications(
    @Schema(
            description = "Code of the region.",
            examples = {"FR"})
        String region,
    @Schema(
            description = "The day the answer is about.",
            examples = {"2026-11-23"})
        LocalDate asOf,
    @Schema(
            description = "Number of the newest publication of the whole record; pins the answer.",
            examples = {"2"})
        long dataset,
    @Schema(
            description =
                "The implications of this page: those said of the region first, then what it inherits, nearest first; each group by deal and in the order of its dossier.",
            maxItems = 100)
        List<Implication> items,
    @Schema(
            description = "How many implications of the whole collection the evidence policy hid.",
            examples = {"0"})
        int hidden,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
