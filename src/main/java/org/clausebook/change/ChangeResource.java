package org.clausebook.change;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Names;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.language.Text;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Publication;
import org.clausebook.revision.Publications;
import org.clausebook.revision.RecordClock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/changes")
@Tag(name = "Changes")
class ChangeResource {

  private final Publications publications;
  private final Pages pages;
  private final Exchanges exchanges;
  private final ChangeStreams streams;
  private final RecordClock clock;

  ChangeResource(
      Publications publications,
      Pages pages,
      Exchanges exchanges,
      ChangeStreams streams,
      RecordClock clock) {
    this.publications = publications;
    this.pages = pages;
    this.exchanges = exchanges;
    this.streams = streams;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listChanges",
      summary = "Follow what changes",
      description =
          """
          Every change of every dossier, oldest first. Keep the link `resume` of the last page read and
          follow it later: it gives what came after, each change once, whatever was published at the
          same time. As Atom without `since`, the newest changes come, newest first.""")
  @Produces({MediaTypes.JSON, MediaTypes.ATOM})
  public ChangePage list(
      @BeanParam ChangeQuery asked,
      @Parameter(
              description =
                  "Only what became visible after this point: the token in the link `resume` or `next` of a page with the same filters, or an instant (RFC 3339).",
              example = "2026-11-01T00:00:00Z")
          @QueryParam("since")
          @Size(min = 1, max = 500)
          @Pattern(regexp = "^[A-Za-z0-9_:.+-]+$")
          String since,
      @Parameter(description = "How many changes at most.", example = "20")
          @QueryParam("limit")
          @DefaultValue("20")
          @Min(1)
          @Max(100)
          int limit) {
    PageQuery query = new PageQuery();
    query.limit = limit;
    int most = pages.limit(query);
    boolean feed = exchanges.current().mediaType().equals(MediaTypes.ATOM);
    if (feed && since == null) {
      List<Publication> found = publications.before(Long.MAX_VALUE, asked.selection(), limit);
      if (found.isEmpty()) {
        requireKnown(asked.deal);
      }
      List<Publication> newest = found.subList(0, Math.min(limit, found.size()));
      return page(newest, newest.isEmpty() ? 0 : newest.get(0).dataset(), limit, false);
    }
    long from = since == null ? 0 : position(since);
    List<Publication> found = publications.after(from, asked.selection(), most);
    if (found.isEmpty()) {
      requireKnown(asked.deal);
    }
    pages.requireWhole(found.size());
    boolean more = found.size() > most;
    List<Publication> lines = new ArrayList<>(more ? found.subList(0, most) : found);
    long last = lines.isEmpty() ? from : lines.get(lines.size() - 1).dataset();
    if (feed) {
      Collections.reverse(lines);
    }
    return page(lines, last, limit, more);
  }

  @GET
  @Path("stream")
  @Produces(MediaType.WILDCARD)
  @Operation(
      operationId = "streamChanges",
      summary = "Be told of changes as they happen",
      description =
          "Server-Sent Events: one per change, named by what was done, with the change as JSON; the id is its number. Without `Last-Event-ID` only what comes from now on is told; with it, first what came since; an id beyond the newest waits for what comes after it. A comment comes every ten seconds. Whoever does not read fast enough is cut off, and may come back. The stream ends when its server does.")
  @APIResponse(
      responseCode = "200",
      description = "Events until the client leaves.",
      headers = {
        @Header(
            name = "ETag",
            description = "Absent: a stream has no state.",
            schema = @Schema(maxLength = 100)),
        @Header(
            name = "X-Accel-Buffering",
            description = "`no`: asks proxies to pass events on as they come.",
            schema = @Schema(maxLength = 10))
      },
      content =
          @Content(
              mediaType = MediaTypes.EVENT_STREAM,
              schema = @Schema(type = SchemaType.STRING, description = "Events.")))
  public Object stream(
      @BeanParam ChangeQuery asked,
      @Parameter(
              description = "Number of the last change that was seen; browsers send it themselves.",
              example = "2",
              schema = @Schema(type = SchemaType.STRING, maxLength = 18, pattern = "^[0-9]{1,18}$"))
          @HeaderParam("Last-Event-ID")
          String lastEventId) {
    requireKnown(asked.deal);
    return streams.open(
        asked.selection(),
        lastEventId == null || lastEventId.isBlank()
            ? clock.dataset()
            : number(lastEventId.strip()));
  }

  /** Whoever follows what never was would never notice. */
  private void requireKnown(String dossier) {
    if (dossier != null && !publications.know(dossier)) {
      Names.deals(List.of()).require("deal", dossier);
    }
  }

  private static long number(String lastEventId) {
    if (!lastEventId.matches("[0-9]{1,18}")) {
      throw Problem.refused(
          "Last-Event-ID",
          Text.of(
              "Send the id of an event of this stream.",
              "Envoyez l’identifiant d’un événement de ce flux."));
    }
    return Long.parseLong(lastEventId);
  }

  private ChangePage page(List<Publication> lines, long last, int limit, boolean more) {
    Link after = Link.selfWith(Map.of("since", pages.token(List.of(Long.toString(last)))));
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("first", Link.selfWith(Map.of("since", "")));
    links.put("resume", after);
    if (more) {
      links.put("next", after);
    }
    return new ChangePage(
        lines.stream().map(Change::of).toList(), new Page(limit, more ? after : null), links);
  }

  private long position(String since) {
    try {
      return publications.at(org.clausebook.http.contract.Parameter.instant(since));
    } catch (DateTimeException e) {
      return pages
          .open(since)
          .map(values -> Long.parseLong(values.get(0)))
          .orElseThrow(
              () ->
                  ProblemType.INVALID_CURSOR.because(
                      Text.of(
                          "'since' is neither an instant nor a token of a page with these filters.",
                          "« since » n’est ni un instant ni le jeton d’une page avec ces filtres."),
                      List.of(
                          Fault.parameter(
                              "since",
                              Text.of(
                                  "Take it from the link 'resume', or write an instant such as 2026-11-01T00:00:00Z.",
                                  "Reprenez celui du lien « resume », ou écrivez un instant tel que 2026-11-01T00:00:00Z.")))));
    }
  }
}
