package org.clausebook.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;

/**
 * The bundled deal under another slug, to be published and revised without touching the original:
 * its sources have other names too, since those are unique in the whole record.
 */
public final class CopiedDeal {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CopiedDeal() {}

  /**
   * Copies a deal.
   *
   * @param edition told in the title, so that each copy is another document
   */
  public static Dossier of(Dossier original, String slug, int edition) {
    try {
      ObjectNode tree = (ObjectNode) MAPPER.readTree(DossierParser.json(original));
      Set<String> sources = new HashSet<>();
      original.sources().forEach(source -> sources.add(source.id()));
      tree.get("sources")
          .forEach(
              source -> ((ObjectNode) source).put("id", slug + "-" + source.get("id").asText()));
      ObjectNode copy = (ObjectNode) renamed(tree, sources, slug);
      copy.put("deal", slug);
      copy.putObject("title").put("fr", "Copie " + edition).put("en", "Copy " + edition);
      return DossierParser.stored(copy.toString().getBytes(StandardCharsets.UTF_8), Dossier.class);
    } catch (IOException e) {
      throw new IllegalStateException("A dossier can always be read", e);
    }
  }

  private static JsonNode renamed(JsonNode node, Set<String> sources, String slug) {
    if (node instanceof ObjectNode object) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(object.properties());
      for (Map.Entry<String, JsonNode> member : members) {
        boolean names = member.getKey().equals("source") || member.getKey().equals("sourcesRead");
        object.set(
            member.getKey(),
            names
                ? prefixed(member.getValue(), sources, slug)
                : renamed(member.getValue(), sources, slug));
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, renamed(array.get(i), sources, slug));
      }
    } else if (node.isTextual()
        && sources.contains(node.asText().split("/", 2)[0])
        && node.asText().contains("/")) {
      return TextNode.valueOf(slug + "-" + node.asText());
    }
    return node;
  }

  private static JsonNode prefixed(JsonNode node, Set<String> sources, String slug) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, prefixed(array.get(i), sources, slug));
      }
      return array;
    }
    return sources.contains(node.asText()) ? TextNode.valueOf(slug + "-" + node.asText()) : node;
  }
}
