package org.clausebook.http;

import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer that is ready: a page, the contract, a dossier as it stands.
 *
 * @param mediaType its media type
 * @param languages value of {@code Content-Language}; null when the content has none
 * @param links what the content itself has no place for
 */
@Schema(type = SchemaType.STRING)
public record Content(Buffer bytes, String mediaType, String languages, Map<String, Link> links)
    implements Linked {

  public Content(Buffer bytes, String mediaType, String languages) {
    this(bytes, mediaType, languages, Map.of());
  }

  public Content with(Map<String, Link> more) {
    return new Content(bytes, mediaType, languages, more);
  }
}
