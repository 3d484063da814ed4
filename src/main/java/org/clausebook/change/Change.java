package org.clausebook.change;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clausebook.http.Link;
import org.clausebook.revision.Action;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Editions;
import org.clausebook.revision.Publication;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One change of the record. */
@Schema(description = "One change of the record: a revision published, or a deal withdrawn.")
public record Change(
    @Schema(
            description = "Counts all changes from 1, in the order in which they became visible.",
            examples = {"2"})
        long dataset,
    @Schema(
            description = "Slug of the deal, or `reference` for what all deals share.",
            examples = {"microsoft-openai"})
        String dossier,
    Action action,
    ChangeKind kind,
    @Schema(
            description = "Number of the revision published or withdrawn.",
            examples = {"1"})
        int revision,
    Instant publishedAt,
    @Schema(
            description = "Why, in the author's words.",
            examples = {"Bundled with the application"})
        String note,
    Author author,
    @Schema(
            description =
                "SHA-256 over this change and the hash of the one before it: the whole history hangs on it. Keep the newest elsewhere, and nobody can rewrite what came before it unnoticed.",
            examples = {"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"})
        String hash,
    @Schema(description = "Links by relation.") Map<String, Link> links) {

  static Change of(Publication line) {
    return new Change(
        line.dataset(),
        line.dossier(),
        line.action(),
        line.kind(),
        line.number(),
        line.publishedAt(),
        line.note(),
        new Author(line.issuer(), line.subject()),
        line.hash(),
        links(line));
  }

  private static Map<String, Link> links(Publication line) {
    Map<String, Link> links = new LinkedHashMap<>();
    String root = Editions.path(line.dossier());
    String revision = root + "/revisions/" + line.number();
    boolean isWithdrawn = line.action() == Action.withdrawn;
    if (!isWithdrawn) {
      links.put("self", Link.to(revision));
    }
    links.put("revision", Link.to(revision));
    // As readers saw it, also when it is withdrawn since: nothing here leads to what is gone.
    long seen = isWithdrawn ? line.dataset() - 1 : line.dataset();
    links.put("dossier", Link.to(root + "/dossier?dataset=" + seen));
    if (!line.dossier().equals(Editions.REFERENCE)) {
      links.put("deal", Link.to(root + "?dataset=" + seen));
    }
    return links;
  }
}
