package org.clausebook.entry;

import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a client begins. */
@Schema(description = "Where a client begins: what this is, and links to everything.")
public record EntryPoint(
    @Schema(examples = {"Clausebook"}) String name,
    @Schema(description = "What the service is.") Text description,
    @Schema(description = "The licence of the data.") Licence dataLicence,
    @Schema(description = "The licence of the software.") Licence softwareLicence,
    @Schema(description = "BCP 47 tags of the languages served.", maxItems = 10)
        List<String> languages,
    @Schema(
            description =
                "Number of the newest publication of the whole record; grows by one with each.",
            examples = {"2"})
        long dataset,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** A licence by its SPDX identifier. */
  @Schema(description = "A licence.")
  public record Licence(
      @Schema(
              description = "SPDX identifier.",
              examples = {"CC-BY-4.0"})
          String id,
      @Schema(description = "Its full name.") String name,
      @Schema(description = "Where its text stands.", format = "uri") String url) {}
}
