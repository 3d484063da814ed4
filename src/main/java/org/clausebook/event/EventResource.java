package org.clausebook.event;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import org.clausebook.deal.DealPage;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/events")
@Tag(name = "Time")
class EventResource {

  private final Deals deals;

  EventResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listEvents",
      summary = "List the events that terms hang on",
      description =
          "What may end terms and whose day was not set when they were agreed: pending, occurred or disputed, in the order of the dossier. A scenario assumes that they occur.")
  public DealPage<Event> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "Only those with this status.") @QueryParam("status")
          Dossier.EventStatus status,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Facts facts = new Facts(edition, evidence);
    List<Event> events =
        edition.dossier().events().stream()
            .filter(each -> status == null || each.status() == status)
            .map(each -> Event.of(each, facts))
            .flatMap(Optional::stream)
            .toList();
    return deals.page(edition, page, events, facts.hidden());
  }
}
