package org.clausebook.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Linked data in the terms of schema.org and, for law, ELI. The context stands in the document: a
 * reader needs nothing from elsewhere.
 *
 * @param <T> what is described
 */
public abstract class JsonLd<T extends Linked> implements Renderer {

  /** Under which what is told may be used. */
  public static final String LICENCE_OF_DATA = "https://creativecommons.org/licenses/by/4.0/";

  private static final List<String> LINKS =
      List.of("url", "license", "sameAs", "citation", "subjectOf", "legislationAmends");

  /** The same in every language. */
  private static final List<String> CODES =
      List.of(
          "identifier",
          "version",
          "inLanguage",
          "legislationType",
          "legislationJurisdiction",
          "legislationIdentifier",
          "eli:id_local",
          "eli:number");

  private static final Map<String, Object> CONTEXT = context();

  private final Class<T> type;

  protected JsonLd(Class<T> type) {
    this.type = type;
  }

  private static Map<String, Object> context() {
    Map<String, Object> context = new TreeMap<>();
    context.put("@vocab", "https://schema.org/");
    context.put("eli", "http://data.europa.eu/eli/ontology#");
    context.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    context.put("dateModified", Map.of("@type", "xsd:dateTime"));
    context.put("datePublished", Map.of("@type", "xsd:date"));
    LINKS.forEach(term -> context.put(term, Map.of("@type", "@id")));
    CODES.forEach(term -> context.put(term, Map.of("@type", "xsd:string")));
    return context;
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
    Map<String, Object> context = new TreeMap<>(CONTEXT);
    context.put("@language", exchange.language().tag());
    document.put("@context", context);
    document.put("@id", Link.to(exchange.addresses().path()));
    describe(thing, document);
    document.put("license", LICENCE_OF_DATA);
    return Json.writer(exchange.language(), exchange.addresses()).writeValueAsBytes(document);
  }
}
