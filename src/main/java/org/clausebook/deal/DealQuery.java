package org.clausebook.deal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Slug;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which deals are asked for. */
public class DealQuery {

  @Parameter(description = "Only deals that bind this stakeholder.", example = "microsoft")
  @QueryParam("party")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String party;

  @Parameter(description = "Only deals that stand so.")
  @QueryParam("status")
  public Dossier.DealStatus status;

  @Parameter(
      description =
          "Only deals with implications for this region: its own, or inherited from a region it lies within.",
      example = "FR")
  @QueryParam("region")
  @Pattern(regexp = Slug.REGION)
  @Size(max = Slug.REGION_MAX_LENGTH)
  public String region;

  @Parameter(
      description = "Only deals with an instrument dated this day or later.",
      example = "2025-01-01")
  @QueryParam("signedFrom")
  public LocalDate signedFrom;

  @Parameter(
      description =
          "Only deals with an instrument dated before this day; together with `signedFrom`, which is not later, the same instrument.",
      example = "2026-01-01")
  @QueryParam("signedUntil")
  public LocalDate signedUntil;
}
