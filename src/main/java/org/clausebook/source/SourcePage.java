package org.clausebook.source;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the sources of all dossiers. */
@Schema(description = "A page of the sources of all dossiers, by identifier.")
public record SourcePage(
    @Schema(description = "The items of this page.", maxItems = 100) List<Source> items,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
