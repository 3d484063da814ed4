package org.clausebook.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.language.Language;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.region.Region;
import org.clausebook.revision.Editions;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.RecordClock;
import org.clausebook.search.Finding.Asked;
import org.clausebook.search.Finding.Found;
import org.clausebook.search.SearchReading.Detail;
import org.clausebook.search.SearchReading.TooSlow;

/** Answers a question: finds, counts, cuts the page. */
@ApplicationScoped
class Search {

  private final SearchIndex index;
  private final Concepts concepts;
  private final Stems stems;
  private final SearchConfig config;
  private final Editions editions;
  private final RecordClock clock;
  private final Exchanges exchanges;
  private final Pages pages;

  Search(
      SearchIndex index,
      Concepts concepts,
      Stems stems,
      SearchConfig config,
      Editions editions,
      RecordClock clock,
      Exchanges exchanges,
      Pages pages) {
    this.index = index;
    this.concepts = concepts;
    this.stems = stems;
    this.config = config;
    this.editions = editions;
    this.clock = clock;
    this.exchanges = exchanges;
    this.pages = pages;
  }

  /**
   * Where a page begins.
   *
   * @param text the question as it was mended for the first page
   * @param key of the last result of the page before, which had the score
   */
  private record Place(Matching matching, String text, BigDecimal score, String key) {
    static Place read(List<String> values) {
      return new Place(
          Matching.valueOf(values.get(0)),
          values.get(1),
          new BigDecimal(values.get(2)),
          values.get(3));
    }

    List<String> values() {
      return List.of(matching.name(), text, score.toPlainString(), key);
    }
  }

  SearchResults find(SearchParameters parameters, PageQuery query) {
    Optional<Place> place = pages.position(query).map(Place::read);
    LocalDate asOf = parameters.asOf == null ? clock.today() : parameters.asOf;
    editions.requireDeal("deal", parameters.deal);
    List<String> regions = parameters.region == null ? null : regions(parameters.region);
    try (SearchReading reading = index.open(config.timeout())) {
      Filter filter =
          new Filter(
              parameters.type,
              parameters.deal,
              regions,
              parameters.theme == null ? null : parameters.theme.name(),
              asOf,
              parameters.knownAt == null
                  ? null
                  : reading.datasetAt(parameters.knownAt.toInstant()));
      Finding finding =
          new Finding(
              reading, concepts, stems, filter, parameters.includeHistory, config.candidates());
      Found found =
          place.isPresent()
              ? finding.again(place.get().text(), place.get().matching())
              : finding.find(parameters.q);
      Long leftOut = filter.dataset() == null ? null : reading.leftOutAt(filter.dataset());
      return answer(parameters, query, place, filter, found, leftOut, reading);
    } catch (TooSlow e) {
      throw ProblemType.UNAVAILABLE
          .because(
              "The search takes too long; ask for more particular words or try again.",
              "La recherche prend trop de temps ; précisez les mots ou réessayez.")
          .retryAfter(2);
    }
  }

  private List<String> regions(String region) {
    Reference reference = editions.reference(new KnownAt()).reference();
    Names.regions(reference).require("region", region);
    return Region.chain(region, reference);
  }

  private SearchResults answer(
      SearchParameters parameters,
      PageQuery query,
      Optional<Place> place,
      Filter filter,
      Found found,
      Long leftOut,
      SearchReading reading)
      throws TooSlow {
    String text = found.asked().question().text();
    int ignored = found.asked().question().ignored();
    List<Hit> holding = found.hits().stream().filter(Hit::inForce).toList();
    List<Hit> hits = parameters.includeHistory ? found.hits() : holding;
    int start =
        place
            .map(p -> (int) hits.stream().filter(hit -> !hit.isAfter(p.score(), p.key())).count())
            .orElse(0);
    int end = (int) Math.min(hits.size(), (long) start + pages.limit(query));
    List<Hit> page = hits.subList(start, end);
    Link next =
        end == hits.size() || page.isEmpty()
            ? null
            : pages.link(
                new Place(
                        found.matching(),
                        text,
                        page.get(page.size() - 1).score(),
                        page.get(page.size() - 1).key())
                    .values());
    return new SearchResults(
        filter.asOf(),
        parameters.knownAt,
        found.matching(),
        text.equals(parameters.q) ? null : text,
        ignored == 0 ? null : ignored,
        new SearchResults.Total(hits.size(), found.isComplete()),
        parameters.includeHistory ? null : found.hits().size() - holding.size(),
        leftOut,
        Facets.of(hits),
        results(found.asked(), page, filter.asOf(), reading),
        new Page(query.limit, next),
        links(next));
  }

  private List<SearchResult> results(
      Asked asked, List<Hit> page, LocalDate day, SearchReading reading) throws TooSlow {
    if (page.isEmpty()) {
      return List.of();
    }
    Map<Long, Detail> details = reading.details(page, day);
    Marking marking = Marking.of(asked, details.values(), stems, reading);
    Language preferred = exchanges.current().language();
    return page.stream()
        .map(
            hit -> {
              Detail detail = details.get(hit.number());
              return SearchResult.of(hit, detail, marking.mark(detail, preferred));
            })
        .toList();
  }

  private Map<String, Link> links(Link next) {
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return links;
  }
}
