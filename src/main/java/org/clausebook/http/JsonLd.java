package org.clausebook.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Linked data in the terms of schema.org and, for law, ELI. The context stands in the document: a
 * reader needs nothing from elsewhere.
 *
 * @param <T> what is described
 */
public abstract class JsonLd<T extends Linked> implements Renderer {

  private static final Map<String, Object> CONTEXT =
      Map.of(
          "@vocab", "https://schema.org/",
          "eli", "http://data.europa.eu/eli/ontology#",
          "url", Map.of("@type", "@id"),
          "license", Map.of("@type", "@id"),
          "sameAs", Map.of("@type", "@id"),
          "citation", Map.of("@type", "@id"),
          "subjectOf", Map.of("@type", "@id"),
          "legislationAmends", Map.of("@type", "@id"));

  private final Class<T> type;

  protected JsonLd(Class<T> type) {
    this.type = type;
  }

  /** Describes a thing; the values are texts, links, dates, lists and maps. */
  protected abstract void describe(T thing, Map<String, Object> description);

  /** A node with a type and an address of its own. */
  protected static Map<String, Object> node(String type, Object id) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("@type", type);
    if (id != null) {
      node.put("@id", id);
    }
    return node;
  }

  @Override
  public final String mediaType() {
    return MediaTypes.JSON_LD;
  }

  @Override
  public final boolean renders(Object answer) {
    return type.isInstance(answer);
  }

  @Override
  public final byte[] render(Object answer, Exchange exchange) throws IOException {
    T thing = type.cast(answer);
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> context = new java.util.TreeMap<>(CONTEXT);
    context.put("@language", exchange.language().tag());
    document.put("@context", context);
    document.put("@id", Link.to(exchange.addresses().path()));
    describe(thing, document);
    document.put("license", "https://creativecommons.org/licenses/by/4.0/");
    return Json.writer(exchange.language(), exchange.addresses()).writeValueAsBytes(document);
  }
}
