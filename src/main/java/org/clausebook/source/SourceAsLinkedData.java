package org.clausebook.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.clausebook.dossier.PartialDate;
import org.clausebook.http.JsonLd;

/** A source as a work that somebody published. */
@ApplicationScoped
class SourceAsLinkedData extends JsonLd<Source> {

  SourceAsLinkedData() {
    super(Source.class);
  }

  @Override
  protected void describe(Source source, Map<String, Object> description) {
    description.put(
        "@type",
        switch (source.kind()) {
          case article, press -> "NewsArticle";
          case analysis -> "AnalysisNewsArticle";
          case companyPost -> "BlogPosting";
          case officialText -> "Legislation";
          case authorityPage -> "WebPage";
          case filing, derivation -> "CreativeWork";
        });
    description.put("identifier", source.id());
    description.put("name", source.title());
    if (source.publisher() != null) {
      Map<String, Object> publisher = node("Organization", null);
      publisher.put("name", source.publisher());
      description.put("publisher", publisher);
    }
    if (source.published() != null) {
      description.put(
          "datePublished", typed(new PartialDate(source.published(), source.publishedPrecision())));
    }
    description.put("inLanguage", source.language());
    if (source.url() != null) {
      description.put("url", source.url());
    }
    description.put("subjectOf", source.links().get("statements"));
  }

  /** What is less exact than the day that the context expects says what it is. */
  private static Object typed(PartialDate date) {
    return switch (date.precision()) {
      case day -> date.toString();
      case month -> Map.of("@type", "xsd:gYearMonth", "@value", date.toString());
      case year -> Map.of("@type", "xsd:gYear", "@value", date.toString());
    };
  }
}
