package org.clausebook.search;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Slug;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is looked for, and where. */
public class SearchParameters {

  @Parameter(
      description =
          "Words in French or English, in any case, with or without accents. Quotation marks keep a phrase together, a minus excludes, `or` (`ou`) between two words takes either; any other mark only separates words. Identifiers are found as written. At most 16 words count.",
      example = "droit de premier refus")
  @QueryParam("q")
  @NotNull
  @Size(min = 1, max = 200)
  public String q;

  @Parameter(description = "Only results of this kind.")
  @QueryParam("type")
  public ResultType type;

  @Parameter(description = "Only what the dossier of this deal says.", example = "microsoft-openai")
  @QueryParam("deal")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String deal;

  @Parameter(
      description = "Only what is said of this region or of those it lies within.",
      example = "FR")
  @QueryParam("region")
  @Pattern(regexp = Slug.REGION)
  @Size(max = Slug.REGION_MAX_LENGTH)
  public String region;

  @Parameter(description = "Only results of this theme.")
  @QueryParam("theme")
  public Dossier.Theme theme;

  @Parameter(
      description =
          "The day the question is about (RFC 3339 full-date, UTC); today when absent. What does not hold on that day is left out.",
      example = "2025-10-28")
  @QueryParam("asOf")
  public LocalDate asOf;

  @Parameter(
      description =
          "Only what Clausebook knew at this instant (RFC 3339) and still holds to: the index keeps current revisions. Dossiers that were revised since are left out, and `leftOut` says how many.",
      example = "2026-11-23T12:00:00Z")
  @QueryParam("knownAt")
  public OffsetDateTime knownAt;

  @Parameter(description = "Whether to find also what does not hold on the day; it is marked.")
  @QueryParam("includeHistory")
  @DefaultValue("false")
  public boolean includeHistory;
}
