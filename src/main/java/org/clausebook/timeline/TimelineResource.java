package org.clausebook.timeline;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clausebook.deal.Deals;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.problem.Problem;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/timeline")
@Tag(name = "Time")
class TimelineResource {

  private final Deals deals;

  TimelineResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Produces({MediaTypes.JSON, MediaTypes.CALENDAR})
  @Operation(
      operationId = "getTimeline",
      summary = "Read everything dated about a deal",
      description =
          "Past and to come, oldest first: instruments, terms that begin and end (as foreseen too), happenings, and milestones of the regulations that its implications fall under. `asOf` does not cut the timeline; it says what is upcoming. As `text/calendar` (or `?format=ics`, an address to subscribe to): the whole as an iCalendar feed.")
  public Timeline get(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "Only entries of this kind.") @QueryParam("kind") TimelineKind kind,
      @Parameter(
              description =
                  "Only what is on this day or later; a month or a year counts when it reaches into the period.",
              example = "2026-01-01")
          @QueryParam("from")
          LocalDate from,
      @Parameter(
              description = "Only what is before this day, which is not earlier than `from`.",
              example = "2033-01-01")
          @QueryParam("until")
          LocalDate until,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence,
      @BeanParam PageQuery page) {
    Problem.refuseReversed("from", from, "until", until);
    Edition edition = deals.read(deal, clocks, page);
    Facts facts = new Facts(edition, evidence);
    List<TimelineEntry> entries =
        Chronicle.of(edition).stream()
            .filter(each -> kind == null || each.kind() == kind)
            .filter(each -> each.touches(from, until))
            .map(each -> each.view(facts))
            .flatMap(Optional::stream)
            .toList();
    return Timeline.of(edition, deals.page(edition, page, entries, facts.hidden()));
  }
}
