package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.http.Answers;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.reference.Documents;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/** The tags of dossiers as they are served whole. */
@ApplicationScoped
class Tags {

  private final Standings standings;
  private final Exchanges exchanges;

  Tags(Standings standings, Exchanges exchanges) {
    this.standings = standings;
    this.exchanges = exchanges;
  }

  /** The tags of every form in which the dossier is served now; none when it is not. */
  List<EntityTag> of(Standing standing) {
    if (standing.current() == null) {
      return List.of();
    }
    Record document = standings.document(standing.current().dataset());
    List<EntityTag> tags = new ArrayList<>();
    for (String mediaType : List.of(MediaTypes.JSON, MediaTypes.YAML)) {
      tags.addAll(Answers.tags(Documents.as(mediaType, document)));
    }
    return tags;
  }

  /**
   * The tag of a dossier in the format it was sent in, as whoever sent it will read it next time.
   */
  EntityTag after(Record document) {
    Exchange exchange = exchanges.current();
    String mediaType = notation() == Notation.YAML ? MediaTypes.YAML : MediaTypes.JSON;
    return Answers.tags(Documents.as(mediaType, document)).get(exchange.gzip() ? 1 : 0);
  }

  /** The content of the request; no bytes where nothing was sent. */
  Sent sent(byte[] content) {
    return new Sent(content == null ? new byte[0] : content, notation());
  }

  private Notation notation() {
    String type = exchanges.current().header("Content-Type");
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaTypes.YAML)
        ? Notation.YAML
        : Notation.JSON;
  }
}
