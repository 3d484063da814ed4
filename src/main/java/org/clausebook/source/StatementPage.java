package org.clausebook.source;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the statements of a source. */
@Schema(description = "A page of the statements of a source, in its order.")
public record StatementPage(
    @Schema(description = "The items of this page.", maxItems = 100) List<Statement> items,
    Page page,
    @Schema(
            description = "Since when Clausebook has known what it answers.",
            examples = {"2026-11-23T08:00:00Z"})
        Instant knownAt,
    @Schema(
            description = "Number of the revision of the dossier that holds the source.",
            examples = {"1"})
        int revision,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
