package org.clausebook.change;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One revision: who made it, why, and what it changed. */
@Schema(description = "One accepted state of a dossier, and what it changed.")
public record RevisionSummary(
    Change change,
    @Schema(
            description = "SHA-256 of the document, in the canonical JSON form of the record.",
            examples = {"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"})
        String contentHash,
    @Schema(description = "True for the revision that readers see.") boolean isCurrent,
    @Schema(
            description = "The revision it is compared with; absent when there is none before it.",
            examples = {"1"})
        Integer comparedWith,
    @Schema(description = "What differs from that revision, part by part.")
        List<PartChange> changes,
    @Schema(
            description =
                "Links by relation: `dossier` is the whole document as it stood, `previous` and `following` the neighbours.")
        Map<String, Link> links)
    implements Linked {}
