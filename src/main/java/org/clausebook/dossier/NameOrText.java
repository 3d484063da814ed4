package org.clausebook.dossier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import org.clausebook.http.language.Text;

/** How a text is written in a dossier where it may be a name: once, if it is the same in both. */
final class NameOrText {

  private NameOrText() {}

  static final class Deserializer extends JsonDeserializer<Text> {
    @Override
    public Text deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return json.currentToken() == JsonToken.VALUE_STRING
          ? Text.same(json.getText())
          : context.readValue(json, Text.class);
    }
  }

  static final class Serializer extends JsonSerializer<Text> {
    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (text.fr().equals(text.en())) {
        json.writeString(text.fr());
      } else {
        provider.defaultSerializeValue(text, json);
      }
    }
  }
}
