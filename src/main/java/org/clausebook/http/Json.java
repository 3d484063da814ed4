package org.clausebook.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.clausebook.http.language.Language;

/** JSON as it goes over the wire: absent instead of null, plain numbers, ISO 8601 dates. */
@ApplicationScoped
class Json implements Renderer {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  static ObjectWriter writer(Language language, Addresses addresses) {
    return MAPPER
        .writer()
        .withAttribute(Language.class, language)
        .withAttribute(Addresses.class, addresses);
  }

  static ObjectMapper mapper() {
    return MAPPER;
  }

  @Override
  public String mediaType() {
    return MediaTypes.JSON;
  }

  @Override
  public boolean renders(Object answer) {
    return true;
  }

  @Override
  public byte[] render(Object answer, Exchange exchange) throws IOException {
    return writer(exchange.language(), exchange.addresses()).writeValueAsBytes(answer);
  }
}
