package org.clausebook.search;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was found. */
@Schema(description = "Something that was found.")
public record SearchResult(
    ResultType type,
    @Schema(
            description =
                "Its identifier; that of a term is `clause/from`, that of a statement `source/statement`.",
            maxLength = 200,
            examples = {"compute-sourcing"})
        String id,
    @Schema(
            description = "Slug of the deal it belongs to; absent for what all deals share.",
            maxLength = 80,
            examples = {"microsoft-openai"})
        String deal,
    @Schema(
            description = "Slug of the clause, of a term only.",
            maxLength = 80,
            examples = {"compute-sourcing"})
        String clause,
    Text title,
    @Schema(
            description =
                "The place that matches, as HTML: matches within `<mark>`, everything else escaped.",
            maxLength = 8000,
            examples = {"… n’a plus l’exclusivité mais un <mark>droit de premier refus</mark> …"})
        String snippet,
    @Schema(
            description =
                "Language of the snippet: the one that matches, the negotiated if both do.",
            enumeration = {"fr", "en"})
        String language,
    @Schema(
            description = "How well it matches; to be compared within one answer only.",
            examples = {"3.4127"})
        BigDecimal score,
    @Schema(description = "Codes of the regions it is about.", maxItems = 50) List<String> regions,
    @Schema(
            description = "Its theme; absent where it has none.",
            examples = {"cloudAndCompute"})
        String theme,
    @Schema(
            description =
                "False when it does not hold on the day (found with `includeHistory` only); true also where a later instrument is silent and nothing published says whether it still does; absent where that question does not arise.")
        Boolean isInForce,
    @Schema(description = "First day of the period it holds in.") LocalDate from,
    @Schema(description = "First day after that period; absent while open.") LocalDate until,
    @Schema(description = "Links by relation.") Map<String, Link> links) {

  static SearchResult of(Hit hit, SearchReading.Detail detail, Marking.Marked marked) {
    return new SearchResult(
        hit.type(),
        hit.id(),
        hit.deal(),
        hit.type() == ResultType.term ? ResultType.before(hit.id()) : null,
        new Text(detail.titleFr(), detail.titleEn()),
        marked.html(),
        marked.language().tag(),
        hit.score(),
        hit.regions(),
        hit.theme(),
        hit.isTimed() ? hit.inForce() : null,
        detail.from(),
        detail.until(),
        links(hit, detail.from()));
  }

  private static Map<String, Link> links(Hit hit, LocalDate since) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", hit.type().address(hit.deal(), hit.id(), since));
    if (hit.deal() != null) {
      links.put("deal", ResultType.deal.address(hit.deal(), hit.deal(), null));
    }
    return links;
  }
}
