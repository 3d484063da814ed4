package org.clausebook.reference;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.clausebook.dossier.DossierParser;
import org.clausebook.http.Content;
import org.clausebook.http.Exchanges;
import org.clausebook.http.Link;
import org.clausebook.http.MediaTypes;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Dossiers as curators write them, in the notation that was negotiated. */
@ApplicationScoped
public class Documents {

  /** Both languages stand side by side in a dossier. */
  private static final String LANGUAGES = "fr, en";

  private final Exchanges exchanges;

  Documents(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  /** What the contract says of a dossier; its form is told by a schema of its own. */
  @Schema(
      name = "DossierDocument",
      type = SchemaType.OBJECT,
      additionalProperties = Schema.True.class,
      description =
          "A dossier, both languages side by side, as the JSON Schema dossier.schema.json describes it (reference.schema.json for the reference).")
  public interface Document {}

  /**
   * A dossier as it is asked for.
   *
   * @param links which it has no place for itself
   */
  public Content answer(Record document, Map<String, Link> links) {
    return as(exchanges.current().mediaType(), document).with(links);
  }

  /** A dossier as it is served in one of its notations. */
  public static Content as(String mediaType, Record document) {
    byte[] bytes =
        mediaType.equals(MediaTypes.YAML)
            ? DossierParser.yaml(document)
            : DossierParser.json(document);
    return new Content(Buffer.buffer(bytes), mediaType, LANGUAGES);
  }
}
