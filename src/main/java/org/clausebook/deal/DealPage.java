package org.clausebook.deal;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.clausebook.revision.Reading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a collection within a deal. */
public record DealPage<T>(
    @JsonUnwrapped Reading reading,
    @Schema(description = "The items of this page, in the documented order.", maxItems = 100)
        List<T> items,
    @Schema(
            description =
                "How many facts of the whole collection the evidence policy hid; absent where it does not apply.",
            examples = {"0"})
        Integer hidden,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {}
