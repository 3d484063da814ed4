package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import org.clausebook.dossier.DossierPart;
import org.clausebook.http.Written;

/**
 * Writes single parts of a deal's dossier, whichever section they stand in. Each section has a
 * resource of its own all the same: Quarkus REST chooses a class by its path before it looks for a
 * method, so those who write must stand under the very path of those who read.
 */
@ApplicationScoped
class Parts {

  static final String PUBLISHING =
      "Adds a part to the deal's dossier or replaces it, in the form it has there; the whole dossier is checked and becomes one revision. `If-Match` takes the tag of this address or of the dossier, which also allows adding.";

  static final String REMOVING =
      "Takes a part out of the deal's dossier, as one revision. Refused (409) while something refers to it; what does is named.";

  private final Writing writing;
  private final PartTags tags;
  private final Tags content;

  Parts(Writing writing, PartTags tags, Tags content) {
    this.writing = writing;
    this.tags = tags;
    this.content = content;
  }

  Written publish(String deal, DossierPart part, String id, Request request, byte[] document) {
    Sent sent = content.sent(document);
    return writing.write(
        new PartEdit(Admission.deal(deal), part, id, sent, tags), request, sent.bytes());
  }

  Written remove(String deal, DossierPart part, String id, Request request) {
    return writing.write(
        new PartEdit(Admission.deal(deal), part, id, null, tags), request, new byte[0]);
  }
}
