package org.clausebook.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.clausebook.http.Slug;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is to be shown. Every state of the page is an address. */
public class PageQuery {

  @Parameter(
      description =
          "Slug of the deal; when absent, of those that stand, the one that was published first.",
      example = "microsoft-openai")
  @QueryParam("deal")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String deal;

  @Parameter(description = "What of the deal is shown; the deal at a glance when absent.")
  @QueryParam("view")
  public View view;

  @Parameter(
      description = "The day the page is about (RFC 3339 full-date); today when absent.",
      example = "2026-04-27")
  @QueryParam("asOf")
  public LocalDate asOf;

  @Parameter(description = "The clause that the view `clause` shows.", example = "ip-exclusivity")
  @QueryParam("clause")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String clause;

  @Parameter(
      description = "First of the two days that the view `comparison` compares.",
      example = "2025-10-28")
  @QueryParam("from")
  public LocalDate from;

  @Parameter(
      description = "Second of the two days that the view `comparison` compares.",
      example = "2026-04-27")
  @QueryParam("until")
  public LocalDate until;

  @Parameter(description = "The words that the view `search` looks for.", example = "exclusivité")
  @QueryParam("q")
  @Size(max = 200)
  public String q;

  @Parameter(
      description = "True when the view `search` finds what does not hold on the day as well.")
  @QueryParam("includeHistory")
  public boolean includeHistory;

  @Parameter(
      description =
          "The one kind of entry that the view `timeline` lists, as in the API; all when absent.",
      example = "milestone")
  @QueryParam("kind")
  @Pattern(regexp = "^[a-zA-Z]+$")
  @Size(max = 20)
  public String kind;

  @Parameter(
      description = "Pins the page to the state after this publication of the record, for ever.",
      example = "2")
  @QueryParam("dataset")
  @Min(1)
  @Max(Long.MAX_VALUE)
  public Long dataset;

  View view() {
    return view == null ? View.deal : view;
  }
}
