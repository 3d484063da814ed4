package org.clausebook.deal;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of deals. */
@Schema(name = "DealPage", description = "A page of deals, by identifier.")
public record DealList(
    @Schema(description = "The items of this page.", maxItems = 100) List<DealSummary> items,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
