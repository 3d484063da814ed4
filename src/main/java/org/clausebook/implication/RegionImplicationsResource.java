package org.clausebook.implication;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.implication.ImplicationRepository.Found;
import org.clausebook.reference.References;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Editions;
import org.clausebook.revision.ReferenceEdition;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Across deals. Pages after the first are read as of the publication that the first one saw, so
 * that a walk meets each implication once, whatever is published meanwhile.
 */
@Path("/v1/regions/{region}/implications")
@Tag(name = "Implications")
@ActivateRequestContext
class RegionImplicationsResource {

  private final ImplicationRepository implications;
  private final Editions editions;
  private final Pages pages;

  RegionImplicationsResource(ImplicationRepository implications, Editions editions, Pages pages) {
    this.implications = implications;
    this.editions = editions;
    this.pages = pages;
  }

  @GET
  @Operation(
      operationId = "listRegionImplications",
      summary = "List what all deals mean for a region",
      description =
          "Across deals: what is said of the region first, then what it inherits from the regions it lies within, nearest first.")
  public RegionImplications list(
      @PathParam("region") String region,
      @BeanParam Clocks clocks,
      @Parameter(
              description =
                  "Whether to serve what the region inherits too. `false` leaves only what is said of the region itself.")
          @QueryParam("inherited")
          @DefaultValue("true")
          boolean inherited,
      @BeanParam ImplicationFilter filter,
      @BeanParam PageQuery page) {
    Optional<List<String>> position = pages.position(page);
    position.ifPresent(at -> clocks.pin(Long.parseLong(at.get(1))));
    LocalDate asOf =
        position
            .map(at -> LocalDate.parse(at.get(0)))
            .or(() -> Optional.ofNullable(clocks.asOf))
            .orElseGet(editions::today);
    int offset = position.map(at -> Integer.parseInt(at.get(2))).orElse(0);
    int limit = pages.limit(page);

    ReferenceEdition reference = editions.reference(clocks);
    long dataset = editions.dataset(clocks);
    List<String> regions = regions(region, inherited, reference.reference());
    List<Found> found =
        implications.list(
            regions, filter, dataset, offset, limit == Integer.MAX_VALUE ? limit : limit + 1);
    List<Found> cut = found.subList(0, Math.min(found.size(), limit));
    Link next =
        cut.size() == found.size()
            ? null
            : pages.link(
                List.of(asOf.toString(), Long.toString(dataset), Integer.toString(offset + limit)));
    return new RegionImplications(
        region,
        asOf,
        dataset,
        read(cut, filter, region, asOf, reference),
        implications.hidden(regions, filter, dataset),
        new Page(page.limit, next),
        links(region, asOf, dataset, next));
  }

  private static List<String> regions(String region, boolean inherited, Reference reference) {
    References.find(reference.regions(), Reference.Region::id, region, "region", "région");
    return inherited ? Lineage.of(reference, region, "region").codes() : List.of(region);
  }

  private List<Implication> read(
      List<Found> found,
      ImplicationFilter filter,
      String region,
      LocalDate asOf,
      ReferenceEdition reference) {
    Map<Long, Edition> deals =
        editions.deals(
            found.stream().map(Found::revision).collect(Collectors.toSet()), asOf, reference);
    return found.stream()
        .flatMap(
            each -> {
              Edition edition = deals.get(each.revision());
              return Implication.ofSeveralDeals(
                  find(edition, each.implication()), new Facts(edition, filter.evidence), region)
                  .stream();
            })
        .toList();
  }

  private static Dossier.Implication find(Edition edition, String id) {
    return edition.dossier().implications().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private Map<String, Link> links(String region, LocalDate asOf, long dataset, Link next) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put(
        "citeAs",
        Link.selfWith(
            Map.of(
                "asOf",
                asOf.toString(),
                "dataset",
                Long.toString(dataset),
                "knownAt",
                "",
                "cursor",
                "")));
    links.put("region", Link.to("/v1/regions/" + region));
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return links;
  }
}
