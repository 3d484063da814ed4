package org.clausebook.http;

import io.vertx.core.buffer.Buffer;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An answer that is ready: a page, the contract, a dossier as it stands.
 *
 * @param mediaType its media type
 * @param languages value of {@code Content-Language}; null when the content has none
 */
@Schema(type = SchemaType.STRING)
public record Content(Buffer bytes, String mediaType, String languages) {}
