package org.clausebook.clause;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.clausebook.deal.DealPage;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierPart;
import org.clausebook.dossier.Names;
import org.clausebook.http.Slug;
import org.clausebook.http.page.PageQuery;
import org.clausebook.revision.Clocks;
import org.clausebook.revision.Edition;
import org.clausebook.revision.PartView;
import org.clausebook.source.EvidencePolicy;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/deals/{deal}/clauses")
@Tag(name = "Clauses")
class ClauseResource implements PartView {

  private final Deals deals;

  ClauseResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listClauses",
      summary = "List the clauses of a deal",
      description =
          "Each clause with the term that held on `asOf`, in the order of the dossier, grouped by theme.")
  public DealPage<Clause> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence,
      @Parameter(description = "Only clauses of this theme.") @QueryParam("theme")
          Dossier.Theme theme,
      @Parameter(description = "Only clauses that stand so on the day.") @QueryParam("status")
          ClauseStatus status,
      @Parameter(
              description = "Only clauses that bind or benefit this stakeholder.",
              example = "microsoft")
          @QueryParam("stakeholder")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String stakeholder,
      @Parameter(
              description = "Only clauses that this instrument changed (not merely restated).",
              example = "2026-04-27")
          @QueryParam("changedBy")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String changedBy,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    Names.stakeholders(edition.reference()).require("stakeholder", stakeholder);
    Names.instruments(edition.dossier()).require("changedBy", changedBy);
    Facts facts = new Facts(edition, evidence);
    List<Clause> clauses =
        edition.dossier().clauses().stream()
            .filter(each -> theme == null || each.theme() == theme)
            .filter(
                each ->
                    stakeholder == null
                        || each.binds().contains(stakeholder)
                        || each.benefits().contains(stakeholder))
            .filter(each -> changedBy == null || isChangedBy(each, changedBy))
            .filter(each -> status == null || ClauseState.in(edition, each).status() == status)
            .map(each -> Clause.summary(each, facts))
            .toList();
    return deals.page(edition, page, clauses, facts.hidden());
  }

  @GET
  @Path("{clause}")
  @Operation(
      operationId = "getClause",
      summary = "Read one clause with its history",
      description =
          "The clause, the term that held on `asOf`, every term it has had, and what each instrument did to it.")
  public Clause get(
      @PathParam("deal") String deal,
      @PathParam("clause") String clause,
      @BeanParam Clocks clocks,
      @Parameter(description = "The weakest evidence accepted.") @QueryParam("evidence")
          EvidencePolicy evidence) {
    Edition edition = deals.read(deal, clocks);
    return Clause.whole(Clauses.find(edition, clause), new Facts(edition, evidence));
  }

  @Override
  public DossierPart part() {
    return DossierPart.clauses;
  }

  @Override
  public Object view(String deal, String id) {
    return get(deal, id, new Clocks(), null);
  }

  private static boolean isChangedBy(Dossier.Clause clause, String instrument) {
    return clause.effects().stream()
        .anyMatch(effect -> effect.instrument().equals(instrument) && effect.kind().changesTerm());
  }
}
