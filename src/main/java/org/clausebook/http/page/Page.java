package org.clausebook.http.page;

import org.clausebook.http.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a page stands in its collection. */
@Schema(description = "Where this page stands in the collection.")
public record Page(
    @Schema(
            description = "How many items a page holds at most.",
            examples = {"20"})
        int limit,
    @Schema(description = "Address of the next page; absent on the last.") Link next) {}
