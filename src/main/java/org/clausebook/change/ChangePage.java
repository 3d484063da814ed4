package org.clausebook.change;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of changes. */
@Schema(description = "A page of changes.")
public record ChangePage(
    @Schema(description = "The changes, in the documented order.", maxItems = 100)
        List<Change> items,
    Page page,
    @Schema(
            description =
                "Links by relation. `resume` asks later for what came after this page: follow it to miss nothing and see nothing twice.")
        Map<String, Link> links)
    implements Linked {}
