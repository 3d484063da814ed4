package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.http.Exchange;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.http.traffic.Loopback;

/**
 * Everything that one page is written from: what was asked, in which words, and the answers of the
 * API so far. All answers come from the same publication of the record.
 */
final class PageContext {

  /** What is read at a publication besides deals. */
  private static final List<String> DATED =
      List.of("/v1/regulations", "/v1/sources", "/v1/regions");

  private final Api api;
  private final Exchange exchange;
  private final PageQuery query;
  private final Words words;
  private final JsonNode deal;
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final Addresses addresses;
  private final Map<String, JsonNode> answers = new LinkedHashMap<>();
  private Regions regions;

  PageContext(Api api, Exchange exchange, PageQuery query) {
    this.api = api;
    this.exchange = exchange;
    this.query = query;
    this.words = Words.in(exchange.language());
    this.deal = query.deal == null ? first() : Api.orRefuse(ask(query.deal));
    this.addresses = new Addresses(query, slug(), exchange.language());
  }

  /**
   * The deal published first, so that no later one takes its place. Where the oldest changes name
   * none that stands, the first by slug.
   */
  private JsonNode first() {
    Set<String> slugs = new LinkedHashSet<>();
    for (JsonNode change : listed("/v1/changes?limit=100")) {
      if (change.path("links").has("deal")) {
        slugs.add(change.path("dossier").asText());
      }
    }
    for (String slug : slugs) {
      Loopback.Answer answer = ask(slug);
      if (answer.status() != 404 && answer.status() != 410) {
        return Api.orRefuse(answer);
      }
    }
    for (JsonNode any : listed("/v1/deals?limit=1")) {
      return Api.orRefuse(ask(any.path("id").asText()));
    }
    throw ProblemType.NOT_FOUND.because(
        "No deal is published at the moment.", "Aucun accord n’est publié en ce moment.");
  }

  private JsonNode listed(String path) {
    return Api.orRefuse(api.ask(exchange, List.of(path)).get(0)).path("items");
  }

  private Loopback.Answer ask(String slug) {
    return api.ask(exchange, List.of(dated("/v1/deals/" + slug, query.dataset))).get(0);
  }

  PageQuery query() {
    return query;
  }

  Words words() {
    return words;
  }

  Addresses addresses() {
    return addresses;
  }

  JsonNode deal() {
    return deal;
  }

  String slug() {
    return deal.path("id").asText();
  }

  LocalDate asOf() {
    return LocalDate.parse(deal.path("asOf").asText());
  }

  LocalDate today() {
    return today;
  }

  /** Path within the deal. */
  String path(String part) {
    return "/v1/deals/" + slug() + part;
  }

  /** Asks for parts of the deal, all at once; what is not there is missing. */
  void fetch(List<String> paths) {
    List<String> missing = paths.stream().filter(path -> !answers.containsKey(path)).toList();
    List<String> asked = new ArrayList<>();
    missing.forEach(path -> asked.add(dated(path, deal.path("dataset").asLong())));
    List<Loopback.Answer> got = api.ask(exchange, asked);
    for (int i = 0; i < missing.size(); i++) {
      Loopback.Answer answer = got.get(i);
      boolean absent = answer.status() == 404;
      answers.put(missing.get(i), absent ? MissingNode.getInstance() : Api.orRefuse(answer));
    }
  }

  /** An answer, asked for now if it was not before. */
  JsonNode answer(String path) {
    if (!answers.containsKey(path)) {
      fetch(List.of(path));
    }
    return answers.get(path);
  }

  /** The items of a whole collection of the deal. */
  JsonNode items(String part) {
    return JsonNodeFactory.instance.arrayNode().addAll(whole(collection(part)));
  }

  static List<JsonNode> list(JsonNode array) {
    List<JsonNode> all = new ArrayList<>();
    array.forEach(all::add);
    return all;
  }

  /** All the items behind a path, page after page; beyond the first thousand they are cut off. */
  List<JsonNode> whole(String path) {
    List<JsonNode> items = new ArrayList<>();
    String next = path;
    for (int turn = 0; turn < 10 && next != null; turn++) {
      JsonNode answer = answer(next);
      answer.path("items").forEach(items::add);
      String link = answer.path("page").path("next").asText("");
      int cursor = link.indexOf("cursor=");
      next = cursor < 0 ? null : path + "&" + link.substring(cursor).replaceAll("&.*", "");
    }
    return items;
  }

  Regions regions() {
    if (regions == null) {
      regions = new Regions(whole("/v1/regions?limit=100"));
    }
    return regions;
  }

  String collection(String part) {
    return path("/" + part) + (part.contains("?") ? "&" : "?") + "limit=100";
  }

  private String dated(String path, Long dataset) {
    boolean isOfADeal = path.startsWith("/v1/deals/");
    if (!isOfADeal && DATED.stream().noneMatch(path::startsWith)) {
      return path;
    }
    StringBuilder url = new StringBuilder(path);
    char separator = path.contains("?") ? '&' : '?';
    boolean comparing = path.contains("/comparison");
    LocalDate day = query.asOf != null || deal == null ? query.asOf : asOf();
    if (day != null && isOfADeal && !comparing) {
      url.append(separator).append("asOf=").append(day);
      separator = '&';
    }
    if (dataset != null) {
      url.append(separator).append("dataset=").append(dataset);
    }
    return url.toString();
  }

  /** The call behind a part of the page, as a client would make it: whole, and not pinned. */
  String json(String path) {
    boolean isOfADay = path.startsWith("/v1/deals/") && !path.contains("/comparison");
    return addresses.api(
        path.replaceAll("[?&]limit=\\d+", ""), "asOf", isOfADay ? query.asOf : null);
  }
}
