package org.clausebook.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The address of something served here. It becomes absolute when it is written, on the configured
 * public URL: never on what a client sent as {@code Host}.
 *
 * @param path from the root; null for the request's own address
 * @param set query parameters to set on the request's own address; an empty value removes one
 */
@Schema(
    type = SchemaType.STRING,
    format = "uri",
    maxLength = 4000,
    description = "An absolute URL on the public address of the service.",
    examples = {"https://clausebook.org/v1/deals/microsoft-openai"})
@JsonSerialize(using = Link.Serializer.class)
public record Link(String path, Map<String, String> set) {

  /** The address of the request itself. */
  public static final Link SELF = new Link(null, Map.of());

  public static Link to(String path) {
    return new Link(path, Map.of());
  }

  /** The request's own address with other values of some parameters. */
  public static Link selfWith(Map<String, String> set) {
    return new Link(null, set);
  }

  static final class Serializer extends JsonSerializer<Link> {
    @Override
    public void serialize(Link link, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(((Addresses) provider.getAttribute(Addresses.class)).absolute(link));
    }
  }
}
