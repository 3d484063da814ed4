package org.clausebook.unknown;

import java.time.LocalDate;
import java.util.List;
import org.clausebook.clause.TermRef;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.source.Citation;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is not known, why, and where it was looked for. */
@Schema(description = "What is not known, why, and where it was looked for.")
public record Unknown(
    @Schema(
            description = "Slug of the unknown.",
            examples = {"revenue-share-cap"})
        String id,
    @Schema(description = "What kind of thing is missing.") Dossier.Missing missing,
    @Schema(description = "Why it is not known.") Dossier.UnknownReason reason,
    Text title,
    Text text,
    @Schema(description = "The terms it touches.", maxItems = 100) List<TermRef> terms,
    @Schema(description = "Slugs of the regulations it touches.", maxItems = 100)
        List<String> regulations,
    @Schema(description = "The sources read without finding it.", maxItems = 100)
        List<SourceRef> sourcesRead,
    @Schema(description = "The statements that say it is missing.", maxItems = 100)
        List<Citation> citations) {

  /** A source by its title. */
  @Schema(description = "A source by its title.")
  public record SourceRef(
      @Schema(
              description = "Slug of the source.",
              examples = {"openai-2025-10-28"})
          String id,
      Text title,
      @Schema(description = "Where it is served.") Link link) {}

  static Unknown of(Dossier.Unknown unknown, Facts facts) {
    Edition edition = facts.edition();
    return new Unknown(
        unknown.id(),
        unknown.missing(),
        unknown.reason(),
        unknown.title(),
        unknown.text(),
        unknown.terms().stream().map(each -> term(each, edition)).toList(),
        unknown.regulations(),
        unknown.sourcesRead().stream().map(each -> source(each, edition)).toList(),
        facts.cite(unknown.cites()));
  }

  private static TermRef term(String reference, Edition edition) {
    int slash = reference.indexOf('/');
    return TermRef.of(
        edition.dossier(),
        reference.substring(0, slash),
        LocalDate.parse(reference.substring(slash + 1)));
  }

  private static SourceRef source(String id, Edition edition) {
    Text title =
        edition
            .dossier()
            .source(id)
            .or(() -> edition.reference().source(id))
            .map(org.clausebook.dossier.Source::title)
            .orElseGet(() -> Text.same(id));
    return new SourceRef(id, title, Link.to("/v1/sources/" + id));
  }
}
