package org.clausebook.search;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.page.Page;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of results, the most relevant first. */
@Schema(description = "A page of results, the most relevant first.")
public record SearchResults(
    @Schema(description = "The day the answer is about.") LocalDate asOf,
    @Schema(description = "As asked; absent when the answer is about what is known now.")
        OffsetDateTime knownAt,
    @Schema(
            description =
                "How the results relate to the question: they have `all` of it; all, with the last word as the `beginning` of one; all, with slips of the pen `corrected`; or only `some` of it.")
        Matching matching,
    @Schema(
            description =
                "The question with words that occur nowhere replaced by the nearest that do; the results are those of it.",
            maxLength = 400,
            examples = {"souveraineté"})
        String suggestion,
    @Schema(
            description = "How many words were left aside beyond the bound; absent when none.",
            examples = {"2"})
        Integer ignoredWords,
    Total total,
    @Schema(
            description =
                "How many more match but do not hold on the day; `includeHistory=true` finds them.",
            examples = {"3"})
        Integer notInForce,
    @Schema(
            description =
                "With `knownAt`: how many dossiers were known then in a revision that is no longer current, and so are left out.",
            examples = {"1"})
        Long leftOut,
    Facets facets,
    @Schema(description = "The results of this page.", maxItems = 100) List<SearchResult> items,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  /** How many there are. */
  @Schema(name = "SearchTotal", description = "How many results there are.")
  public record Total(
      @Schema(examples = {"42"}) int count,
      @Schema(
              description =
                  "False when there are more: only so many are ranked, counted and paged through.")
          boolean isExact) {}
}
