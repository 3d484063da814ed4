package org.clausebook.source;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.dossier.Names;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.page.PageOf;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.page.Slice;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.reference.References;
import org.clausebook.revision.Editions;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.SourcePlace;
import org.clausebook.source.SourceRepository.Place;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sources")
@Tag(name = "Sources")
class SourceResource {

  private final Editions editions;
  private final References references;
  private final SourceRepository sources;
  private final Pages pages;

  SourceResource(Editions editions, References references, SourceRepository sources, Pages pages) {
    this.editions = editions;
    this.references = references;
    this.sources = sources;
    this.pages = pages;
  }

  @GET
  @Operation(
      operationId = "listSources",
      summary = "List the sources",
      description = "Every document that any dossier cites, by identifier.")
  public PageOf<Source> list(@BeanParam PageQuery query) {
    String after = pages.position(query).map(position -> position.get(0)).orElse("");
    Slice<Place> places =
        pages.slice(
            query, sources.current(after, pages.toRead(query)), last -> List.of(last.source()));
    return PageOf.now(places.map(this::read));
  }

  private List<Source> read(List<Place> places) {
    Map<Long, SourcePlace> documents =
        editions.sources(places.stream().map(Place::dataset).collect(Collectors.toSet()));
    return places.stream()
        .map(
            place -> {
              SourcePlace document = documents.get(place.dataset());
              return Source.summary(document.source(place.source()), document.revision());
            })
        .toList();
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
  @Path("{source}")
  @Operation(
      operationId = "getSource",
      summary = "Read one source",
      description = "A document, what is known of it, and the way to its statements.")
  public Source get(@PathParam("source") String source, @BeanParam KnownAt clock) {
    long dataset = references.dataset(clock);
    SourcePlace place = place(source, dataset);
    return Source.whole(place.source(source), place.revision(), dataset);
  }

  @GET
  @Path("{source}/statements")
  @Operation(
      operationId = "listStatements",
      summary = "List the statements of a source",
      description =
          "Every assertion of the source that the record holds, in its order, each with the facts it bears out and the discrepancies it is found in.")
  public PageOf<Statement> statements(
      @PathParam("source") String source, @BeanParam KnownAt clock, @BeanParam PageQuery query) {
    pages.position(query).ifPresent(position -> clock.pin(Long.parseLong(position.get(0))));
    long dataset = references.dataset(clock);
    SourcePlace place = place(source, dataset);
    Map<String, List<SourceRepository.Reference>> uses =
        sources.references(source, dataset).stream()
            .collect(Collectors.groupingBy(SourceRepository.Reference::statement));
    List<Statement> statements =
        place.source(source).statements().stream()
            .map(each -> statement(each, uses.getOrDefault(each.id(), List.of())))
            .toList();
    PageOf<Statement> page = references.page(place.revision(), dataset, query, statements);
    page.links().put("source", Link.to("/v1/sources/" + source));
    return page;
  }

  private static Statement statement(
      org.clausebook.dossier.Source.Statement statement,
      List<SourceRepository.Reference> references) {
    List<Statement.Use> supports = new ArrayList<>();
    List<Statement.Use> discrepancies = new ArrayList<>();
    for (SourceRepository.Reference each : references) {
      if (each.kind().equals("contested")) {
        discrepancies.add(Statement.Use.of("discrepancy", each.id(), each.dossier()));
      } else {
        supports.add(Statement.Use.of(each.kind(), each.id(), each.dossier()));
      }
    }
    return new Statement(
        statement.id(),
        statement.locator(),
        statement.text(),
        statement.mode(),
        statement.evidence(),
        statement.via(),
        supports,
        discrepancies);
  }

  /** Where a source stood after a publication. */
  private SourcePlace place(String source, long dataset) {
    return sources
        .find(source, dataset)
        .map(place -> editions.sources(List.of(place.dataset())).get(place.dataset()))
        .orElseThrow(() -> missing(source, sources.similar(source)));
  }

  private static Problem missing(String source, List<String> similar) {
    return similar.contains(source)
        ? ProblemType.NOT_FOUND.because(
            "Nothing was known of this source at that point.",
            "Rien n’était connu de cette source à ce moment.")
        : Names.sources(similar).missing(source);
  }
}
