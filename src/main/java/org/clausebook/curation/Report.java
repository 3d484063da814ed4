package org.clausebook.curation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.change.PartChange;
import org.clausebook.http.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a write changed, or would change. */
@Schema(description = "What a write changed, or would change when it is only tried.")
public record Report(
    @Schema(
            description = "Slug of the deal, or `reference`.",
            examples = {"microsoft-openai"})
        String dossier,
    @Schema(description = "True when nothing was written because the write was only tried.")
        boolean dryRun,
    @Schema(
            description = "The revision that was there; absent when none was.",
            examples = {"1"})
        Integer previousRevision,
    @Schema(
            description =
                "The revision that is there now, or would be; the previous one when nothing differs.",
            examples = {"2"})
        int revision,
    @Schema(
            description = "Number of the publication; absent when nothing was written.",
            examples = {"3"})
        Long dataset,
    @Schema(description = "What differs, part by part; empty when nothing does.")
        List<PartChange> changes,
    @Schema(description = "Links by relation.") Map<String, Link> links) {

  static Map<String, Link> links(String root, Integer revision) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("dossier", Link.to(root + "/dossier"));
    if (revision != null) {
      links.put("revision", Link.to(root + "/revisions/" + revision));
    }
    return links;
  }
}
