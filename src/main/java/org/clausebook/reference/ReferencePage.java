package org.clausebook.reference;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of something that all deals share. */
public record ReferencePage<T>(
    @Schema(description = "The items of this page, by identifier.", maxItems = 100) List<T> items,
    Page page,
    @Schema(
            description = "Since when Clausebook has known what it answers.",
            examples = {"2026-11-23T08:00:00Z"})
        Instant knownAt,
    @Schema(
            description = "Number of the revision of the reference that answers.",
            examples = {"1"})
        int revision,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
