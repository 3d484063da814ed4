package org.clausebook.change;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the history of one dossier. */
@Schema(description = "A page of the history of a dossier, newest first.")
public record RevisionPage(
    @Schema(description = "Its changes, newest first.", maxItems = 100) List<Change> items,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
