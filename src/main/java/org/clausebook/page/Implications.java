package org.clausebook.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the deal means somewhere, with the clauses and the law it hangs on. */
final class Implications {

  private Implications() {}

  static Map<String, Object> shown(JsonNode each, PageContext page) {
    Words words = page.words();
    List<Map<String, Object>> clauses = new ArrayList<>();
    for (JsonNode link : each.path("clauses")) {
      String status = link.path("status").asText();
      clauses.add(
          link(
              link,
              link.path("title").asText(),
              page.addresses().clause(link.path("clause").asText()),
              page,
              status,
              words.of("status." + status)));
    }
    List<Map<String, Object>> regulations = new ArrayList<>();
    for (JsonNode link : each.path("regulations")) {
      regulations.add(
          link(
              link,
              link.path("name").asText(),
              page.addresses().view(View.europe) + "#" + link.path("regulation").asText(),
              page,
              null,
              null));
    }
    List<Map<String, Object>> reasons =
        Stream.concat(clauses.stream(), regulations.stream())
            .filter(link -> link.get("reason") != null)
            .toList();
    String nature = each.path("nature").asText();
    return Fields.of(
        "id", each.path("id").asText(),
        "regionWord", page.regions().name(each.path("region")),
        "nature", nature,
        "natureWord", words.of("nature." + nature),
        "certaintyWord", words.of("certainty." + each.path("certainty").asText()),
        "title", each.path("title").asText(),
        "text", each.path("text").asText(),
        "clauses", clauses,
        "hasClauses", !clauses.isEmpty(),
        "regulations", regulations,
        "hasRegulations", !regulations.isEmpty(),
        "reasons", reasons,
        "hasReasons", !reasons.isEmpty(),
        "proof", Evidence.of(each, page));
  }

  private static Map<String, Object> link(
      JsonNode link,
      String title,
      String href,
      PageContext page,
      String status,
      String statusWord) {
    boolean editorial = link.path("basis").asText().equals("editorial");
    return Fields.of(
        "title", title,
        "href", href,
        "status", status,
        "statusWord", statusWord,
        "isEditorial", editorial,
        "basis", page.words().of("basisOfLink." + link.path("basis").asText()),
        "reason", link.path("reason").asText(null));
  }
}
