package org.clausebook.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.reference.References;
import org.clausebook.revision.ReferenceEdition;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place where deals have consequences. */
@Schema(description = "A place where deals have consequences, and what it lies within.")
public record Region(
    @Schema(
            description = "ISO 3166-1 alpha-2 code of a country, or a name such as EU or WORLD.",
            examples = {"FR"})
        String id,
    Text name,
    @Schema(
            description = "Code of the region it lies within; absent for the outermost.",
            examples = {"EU"})
        String parent,
    @Schema(description = "Codes of all regions it lies within, nearest first.", maxItems = 20)
        List<String> within,
    @Schema(description = "Codes of the regions that lie directly within it.", maxItems = 300)
        List<String> contains,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  private static Region of(Reference.Region region, Reference reference, Map<String, Link> links) {
    return new Region(
        region.id(),
        region.name(),
        region.parent(),
        chain(region.id(), reference).stream().skip(1).toList(),
        reference.regions().stream()
            .filter(each -> region.id().equals(each.parent()))
            .map(Reference.Region::id)
            .toList(),
        links);
  }

  /** As one of a collection. */
  static Region summary(Reference.Region region, Reference reference) {
    return of(region, reference, Map.of("self", Link.to("/v1/regions/" + region.id())));
  }

  static Region whole(Reference.Region region, ReferenceEdition edition) {
    Map<String, Link> links = new LinkedHashMap<>(References.links(edition));
    links.put("implications", Link.to("/v1/regions/" + region.id() + "/implications"));
    links.put("collection", Link.to("/v1/regions"));
    return of(region, edition.reference(), links);
  }

  /** A region and all it lies within, from the inside out; empty when there is no such region. */
  public static List<String> chain(String id, Reference reference) {
    List<String> chain = new ArrayList<>();
    String at = id;
    while (at != null) {
      Reference.Region region = reference.region(at).orElse(null);
      if (region == null) {
        break;
      }
      chain.add(region.id());
      at = region.parent();
    }
    return chain;
  }
}
