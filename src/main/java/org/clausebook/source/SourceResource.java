package org.clausebook.source;

import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.reference.KnownAt;
import org.clausebook.revision.Editions;
import org.clausebook.revision.SourcePlace;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/sources")
@Tag(name = "Sources")
@ActivateRequestContext
class SourceResource {

  private final Editions editions;
  private final SourceRepository sources;
  private final Pages pages;

  SourceResource(Editions editions, SourceRepository sources, Pages pages) {
    this.editions = editions;
    this.sources = sources;
    this.pages = pages;
  }

  @GET
  @Operation(
      operationId = "listSources",
      summary = "List the sources",
      description = "Every document that any dossier cites, by identifier.")
  public SourcePage list(@BeanParam PageQuery query) {
    String after = pages.position(query).map(position -> position.get(0)).orElse("");
    int limit = pages.limit(query);
    List<SourceRepository.Place> places =
        sources.current(after, limit == Integer.MAX_VALUE ? limit : limit + 1);
    List<SourceRepository.Place> cut = places.subList(0, Math.min(places.size(), limit));
    Map<Long, SourcePlace> documents =
        editions.sources(
            cut.stream().map(SourceRepository.Place::dataset).collect(Collectors.toSet()));
    List<Source> items = new ArrayList<>();
    for (SourceRepository.Place place : cut) {
      SourcePlace document = documents.get(place.dataset());
      items.add(Source.summary(document.source(place.source()), document.revision()));
    }
    Link next =
        cut.size() == places.size() ? null : pages.link(List.of(cut.get(cut.size() - 1).source()));
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return new SourcePage(items, new Page(query.limit, next), links);
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.JSON_LD})
  @Path("{source}")
  @Operation(
      operationId = "getSource",
      summary = "Read one source",
      description = "A document, what is known of it, and the way to its statements.")
  public Source get(@PathParam("source") String source, @BeanParam KnownAt clock) {
    SourcePlace place = place(source, clock);
    return Source.whole(place.source(source), place.revision());
  }

  @GET
  @Path("{source}/statements")
  @Operation(
      operationId = "listStatements",
      summary = "List the statements of a source",
      description =
          "Every assertion of the source that the record holds, in its order, each with the facts it bears out and the discrepancies it is found in.")
  public StatementPage statements(
      @PathParam("source") String source, @BeanParam KnownAt clock, @BeanParam PageQuery query) {
    List<String> position = pages.position(query).orElse(null);
    if (position != null) {
      clock.dataset = Long.valueOf(position.get(0));
      clock.knownAt = null;
    }
    int start = position == null ? 0 : Integer.parseInt(position.get(1));
    SourcePlace place = place(source, clock);
    long dataset = place.revision().dataset();
    Map<String, List<SourceRepository.Reference>> references =
        sources.references(source, dataset).stream()
            .collect(Collectors.groupingBy(SourceRepository.Reference::statement));
    List<Statement> all =
        place.source(source).statements().stream()
            .map(each -> statement(each, references.getOrDefault(each.id(), List.of())))
            .toList();
    int end = (int) Math.min(all.size(), (long) start + pages.limit(query));
    Link next =
        end == all.size()
            ? null
            : pages.link(List.of(Long.toString(dataset), Integer.toString(end)));
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("source", Link.to("/v1/sources/" + source));
    links.put(
        "citeAs",
        Link.selfWith(Map.of("dataset", Long.toString(dataset), "knownAt", "", "cursor", "")));
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return new StatementPage(
        all.subList(start, end),
        new Page(query.limit, next),
        place.revision().publishedAt(),
        place.revision().number(),
        links);
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

  private SourcePlace place(String source, KnownAt clock) {
    return sources
        .find(source)
        .flatMap(place -> editions.source(place.dossier(), source, clock.clocks()))
        .orElseThrow(() -> Editions.missing("source", "source", source, sources.similar(source)));
  }
}
