package org.clausebook.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the results fall into kinds, the most frequent first. */
@Schema(
    description =
        "How many results there are of each kind, the most frequent first; at most 20 values each. Lower bounds when the total is one.")
public record Facets(
    @Schema(maxItems = 20) List<Count> type,
    @Schema(maxItems = 20) List<Count> deal,
    @Schema(maxItems = 20, description = "By the region's own code; nothing is inherited here.")
        List<Count> region,
    @Schema(maxItems = 20) List<Count> theme) {

  private static final int MOST = 20;

  /** One value of a facet. */
  @Schema(name = "FacetCount", description = "One value of a facet.")
  public record Count(
      @Schema(
              description = "What to give to the filter of this name.",
              maxLength = 80,
              examples = {"clause"})
          String value,
      @Schema(
              description = "How many results have it.",
              examples = {"12"})
          int count) {}

  static Facets of(List<Hit> hits) {
    return new Facets(
        count(hits, hit -> Stream.of(hit.type().name())),
        count(hits, hit -> Stream.ofNullable(hit.deal())),
        count(hits, hit -> hit.regions().stream()),
        count(hits, hit -> Stream.ofNullable(hit.theme())));
  }

  private static List<Count> count(List<Hit> hits, Function<Hit, Stream<String>> values) {
    Map<String, Long> counts =
        hits.stream()
            .flatMap(values)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .map(each -> new Count(each.getKey(), each.getValue().intValue()))
        .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value))
        .limit(MOST)
        .toList();
  }
}
