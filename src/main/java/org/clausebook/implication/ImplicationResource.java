package org.clausebook.implication;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.deal.DealPage;
import org.clausebook.deal.Deals;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierPart;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
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

@Path("/v1/deals/{deal}/implications")
@Tag(name = "Implications")
class ImplicationResource implements PartView {

  private final Deals deals;

  ImplicationResource(Deals deals) {
    this.deals = deals;
  }

  @GET
  @Operation(
      operationId = "listImplications",
      summary = "List what a deal means, region by region",
      description =
          "In the order of the dossier. With `region`: what is said of that region first, then what it inherits from the regions it lies within, nearest first. `hidden` counts implications.")
  public DealPage<Implication> list(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(
              description =
                  "Only what holds in this region: said of it, or inherited from the regions it lies within.",
              example = "FR")
          @QueryParam("region")
          @Pattern(regexp = Slug.REGION)
          String region,
      @Parameter(
              description =
                  "With `region`: whether to serve what it inherits too. `false` leaves only what is said of the region itself.")
          @QueryParam("inherited")
          @DefaultValue("true")
          boolean inherited,
      @Parameter(
              description = "Only implications that this clause causes.",
              example = "api-distribution")
          @QueryParam("clause")
          @Pattern(regexp = Slug.PATTERN)
          @Size(max = Slug.MAX_LENGTH)
          String clause,
      @BeanParam ImplicationFilter filter,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    filter.check(edition.reference());
    Names.clauses(edition.dossier()).require("clause", clause);
    Facts facts = new Facts(edition, filter.evidence);
    Stream<Dossier.Implication> chosen =
        edition.dossier().implications().stream()
            .filter(filter::admits)
            .filter(each -> clause == null || isCausedBy(each, clause));
    if (region != null) {
      Lineage lineage = Lineage.of(edition.reference(), region, "region");
      chosen =
          chosen
              .filter(each -> lineage.distance(each.region()) >= 0)
              .filter(each -> inherited || each.region().equals(region))
              .sorted(Comparator.comparingInt(each -> lineage.distance(each.region())));
    }
    List<Dossier.Implication> found = chosen.toList();
    List<Implication> implications =
        found.stream()
            .map(each -> Implication.of(each, facts, region))
            .flatMap(Optional::stream)
            .toList();
    // Not the links hidden within those served: across deals nobody reads every document for them.
    return deals.page(edition, page, implications, found.size() - implications.size());
  }

  @GET
  @Path("{implication}")
  @Operation(
      operationId = "getImplication",
      summary = "Read one implication",
      description = "What a deal means in a region, with the clauses and laws it hangs on.")
  public Implication get(
      @PathParam("deal") String deal,
      @PathParam("implication") String implication,
      @BeanParam Clocks clocks) {
    Edition edition = deals.read(deal, clocks);
    Facts facts = new Facts(edition, EvidencePolicy.any);
    return Implication.whole(find(edition, implication), facts);
  }

  @Override
  public DossierPart part() {
    return DossierPart.implications;
  }

  @Override
  public Object view(String deal, String id) {
    return get(deal, id, new Clocks());
  }

  @GET
  @Path("matrix")
  @Operation(
      operationId = "getImplicationMatrix",
      summary = "Compare regions implication by implication",
      description =
          "One row for each implication that reaches at least one of the regions, by theme and then in the order of the dossier; one cell for each region: its own, inherited, or none.")
  public DealPage<MatrixRow> matrix(
      @PathParam("deal") String deal,
      @BeanParam Clocks clocks,
      @Parameter(
              description =
                  "Codes of the regions to compare, separated by commas; when absent, every region of which the deal says something.",
              example = "FR,EU")
          @QueryParam("regions")
          @Pattern(regexp = "^[A-Z][A-Z0-9]{1,15}(,[A-Z][A-Z0-9]{1,15}){0,19}$")
          @Size(max = 340)
          String regions,
      @BeanParam ImplicationFilter filter,
      @BeanParam PageQuery page) {
    Edition edition = deals.read(deal, clocks, page);
    filter.check(edition.reference());
    Facts facts = new Facts(edition, filter.evidence);
    List<Lineage> columns =
        (regions == null ? regionsOf(edition) : Stream.of(regions.split(",")).distinct())
            .map(code -> Lineage.of(edition.reference(), code, "regions"))
            .toList();
    List<MatrixRow> rows =
        edition.dossier().implications().stream()
            .filter(filter::admits)
            .filter(
                each -> columns.stream().anyMatch(column -> column.distance(each.region()) >= 0))
            .sorted(Comparator.comparing(Dossier.Implication::theme))
            .map(each -> MatrixRow.of(each, facts, columns))
            .flatMap(Optional::stream)
            .toList();
    return deals.page(edition, page, rows, facts.hidden());
  }

  private static Stream<String> regionsOf(Edition edition) {
    List<String> spokenOf =
        edition.dossier().implications().stream().map(Dossier.Implication::region).toList();
    return edition.reference().regions().stream()
        .map(Reference.Region::id)
        .filter(spokenOf::contains);
  }

  private static boolean isCausedBy(Dossier.Implication implication, String clause) {
    return implication.clauses().stream().anyMatch(link -> link.clause().equals(clause));
  }

  private static Dossier.Implication find(Edition edition, String id) {
    Dossier dossier = edition.dossier();
    return dossier.implication(id).orElseThrow(() -> Names.implications(dossier).missing(id));
  }
}
