package org.clausebook.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clausebook.dossier.PartialDate;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.reference.References;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Revision;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document that was read. */
@Schema(description = "A document that was read, and what is known of it.")
public record Source(
    @Schema(
            description = "Slug of the source.",
            examples = {"openai-2025-10-28"})
        String id,
    org.clausebook.dossier.Source.Kind kind,
    Text title,
    @Schema(
            description = "Who put it out; absent when not known.",
            examples = {"OpenAI"})
        String publisher,
    @Schema(
            description =
                "When it was put out; the first day of the month or year where only that is known; absent when nothing is.",
            examples = {"2025-10-28"})
        LocalDate published,
    @Schema(description = "How much of that date is known; absent with it.")
        PartialDate.Precision publishedPrecision,
    @Schema(
            description = "BCP 47 tag of the original.",
            examples = {"en"})
        String language,
    @Schema(
            description = "Address of the original; absent when it has none.",
            format = "uri",
            examples = {"https://openai.com/index/next-chapter-of-microsoft-openai-partnership/"})
        String url,
    @Schema(description = "What a reader should know of it; absent when nothing.") Text note,
    @Schema(
            description = "How many statements of it the record holds.",
            examples = {"16"})
        int statementCount,
    @Schema(
            description = "Slug of the deal whose dossier holds it, or `reference`.",
            examples = {"microsoft-openai"})
        String dossier,
    @Schema(description = "Since when Clausebook has known it as it is served; on the source only.")
        Instant knownAt,
    @Schema(description = "Number of the revision of the dossier; on the source only.")
        Integer revision,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  static Source whole(org.clausebook.dossier.Source source, Revision revision, long dataset) {
    Map<String, Link> links = links(source, revision);
    links.putAll(References.links(dataset));
    links.put("collection", Link.to("/v1/sources"));
    return of(source, revision, revision.publishedAt(), revision.number(), links);
  }

  static Source summary(org.clausebook.dossier.Source source, Revision revision) {
    return of(source, revision, null, null, links(source, revision));
  }

  private static Map<String, Link> links(org.clausebook.dossier.Source source, Revision revision) {
    String address = "/v1/sources/" + source.id();
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.to(address));
    links.put("statements", Link.to(address + "/statements"));
    links.put("dossier", Link.to(Editions.path(revision.dossier()) + "/dossier"));
    return links;
  }

  private static Source of(
      org.clausebook.dossier.Source source,
      Revision revision,
      Instant knownAt,
      Integer number,
      Map<String, Link> links) {
    PartialDate published = source.published();
    return new Source(
        source.id(),
        source.kind(),
        source.title(),
        source.publisher(),
        published == null ? null : published.day(),
        published == null ? null : published.precision(),
        source.language(),
        source.url(),
        source.note(),
        source.statements().size(),
        revision.dossier(),
        knownAt,
        number,
        links);
  }
}
