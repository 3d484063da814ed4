package org.clausebook.implication;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.page.Slice;
import org.clausebook.implication.ImplicationRepository.Found;
import org.clausebook.implication.ImplicationRepository.Place;
import org.clausebook.region.Region;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Editions;
import org.clausebook.revision.RecordClock;
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
class RegionImplicationsResource {

  private final ImplicationRepository implications;
  private final Editions editions;
  private final RecordClock clock;
  private final Pages pages;

  RegionImplicationsResource(
      ImplicationRepository implications, Editions editions, RecordClock clock, Pages pages) {
    this.implications = implications;
    this.editions = editions;
    this.clock = clock;
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
    position.ifPresent(
        at -> {
          clocks.asOf = LocalDate.parse(at.get(0));
          clocks.pin(Long.parseLong(at.get(1)));
        });
    Place after = position.map(at -> Place.of(at.subList(2, at.size()))).orElse(Place.BEFORE_ALL);
    LocalDate asOf = clock.day(clocks);
    long dataset = clock.dataset(clocks);
    ReferenceEdition reference = editions.reference(clocks);
    filter.check(reference.reference());
    List<String> regions = regions(region, inherited, reference.reference());
    Slice<Found> found =
        pages.slice(
            page,
            implications.list(regions, filter, dataset, after, pages.toRead(page)),
            last -> {
              List<String> next = new ArrayList<>(List.of(asOf.toString(), Long.toString(dataset)));
              next.addAll(last.place().values());
              return next;
            });
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", pages.same(page, Clocks.pins(asOf, dataset)));
    links.put("region", Link.to("/v1/regions/" + region));
    links.putAll(found.links());
    return new RegionImplications(
        region,
        asOf,
        dataset,
        found.map(items -> read(items, filter, region, asOf, reference)).items(),
        implications.hidden(regions, filter, dataset),
        found.page(),
        links);
  }

  private static List<String> regions(String region, boolean inherited, Reference reference) {
    List<String> chain = Region.chain(region, reference);
    if (chain.isEmpty()) {
      throw Names.regions(reference).missing(region);
    }
    return inherited ? chain : List.of(region);
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
                  edition.dossier().implication(each.implication()).orElseThrow(),
                  new Facts(edition, filter.evidence),
                  region)
                  .stream();
            })
        .toList();
  }
}
