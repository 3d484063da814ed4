package org.clausebook.timeline;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.clausebook.deal.DealPage;
import org.clausebook.http.Link;
import org.clausebook.http.Linked;
import org.clausebook.http.language.Text;
import org.clausebook.http.page.Page;
import org.clausebook.revision.Edition;
import org.clausebook.revision.Reading;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Everything dated about a deal; a page of it, or the whole as a calendar. */
@Schema(description = "A page of everything dated about a deal, past and to come.")
public record Timeline(
    @Schema(
            description = "Slug of the deal.",
            examples = {"microsoft-openai"})
        String deal,
    @Schema(description = "Title of the deal.") Text title,
    @JsonUnwrapped Reading reading,
    @Schema(description = "The entries of this page, oldest first.", maxItems = 100)
        List<TimelineEntry> items,
    @Schema(
            description = "How many entries of the whole timeline the evidence policy hid.",
            examples = {"0"})
        Integer hidden,
    Page page,
    @Schema(description = "Links by relation.") Map<String, Link> links)
    implements Linked {

  static Timeline of(Edition edition, DealPage<TimelineEntry> page) {
    return new Timeline(
        edition.dossier().deal(),
        edition.dossier().title(),
        page.reading(),
        page.items(),
        page.hidden(),
        page.page(),
        page.links());
  }
}
