package org.clausebook.http.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of a collection that is read by one clock, what was known, or by none. */
public record PageOf<T>(
    @Schema(description = "The items of this page, in the documented order.", maxItems = 100)
        List<T> items,
    Page page,
    @Schema(
            description =
                "Since when Clausebook has known what it answers; absent where items come from several dossiers.",
            examples = {"2026-11-23T08:00:00Z"})
        Instant knownAt,
    @Schema(
            description =
                "Number of the revision of the dossier that answers; absent where items come from several.",
            examples = {"1"})
        Integer revision,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** Items of several dossiers, as they stand now. */
  public static <T> PageOf<T> now(Slice<T> slice) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.putAll(slice.links());
    return new PageOf<>(slice.items(), slice.page(), null, null, links);
  }
}
