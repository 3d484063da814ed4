package org.clausebook.http.language;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A text in both languages of the record. Neither may be missing or blank: a dossier with a text in
 * one language only is refused.
 *
 * <p>In a dossier it is written {@code {fr: …, en: …}}; in every other answer only the negotiated
 * language is served, as a plain string. Which of the two is decided when it is written as JSON: by
 * the {@link Language} the writer carries as attribute, if any.
 */
@Schema(
    type = SchemaType.STRING,
    maxLength = 8000,
    description = "A text in the negotiated language (see the header Content-Language).",
    examples = {"Microsoft’s holding in OpenAI Group PBC"})
@JsonSerialize(using = Text.Serializer.class)
public record Text(String fr, String en) {

  private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");
  private static final Pattern BEFORE = Pattern.compile(" (?=[;:!?»])");

  /** The same words in both languages, such as a name. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  /**
   * Both languages from one set of arguments; the patterns are those of {@link String#format}. The
   * French one is written with plain spaces, which become no-break spaces where French wants them.
   */
  public static Text of(String en, String fr, Object... arguments) {
    return arguments.length == 0
        ? new Text(unbroken(fr), en)
        : new Text(
            String.format(Locale.ROOT, unbroken(fr), arguments),
            String.format(Locale.ROOT, en, arguments));
  }

  /** Like {@link #of}, filled with texts of the same language. */
  public static Text filled(String en, String fr, Text... texts) {
    return new Text(
        String.format(Locale.ROOT, unbroken(fr), Stream.of(texts).map(Text::fr).toArray()),
        String.format(Locale.ROOT, en, Stream.of(texts).map(Text::en).toArray()));
  }

  /** Double punctuation and guillemets stay on the line of the word they belong to. */
  private static String unbroken(String fr) {
    return BEFORE.matcher(fr).replaceAll("\u00a0").replace("« ", "«\u00a0");
  }

  /**
   * Without its middle, where a value that is quoted makes it too long; the end says what to do.
   */
  public Text clipped(int length) {
    return fr.length() <= length && en.length() <= length
        ? this
        : new Text(clipped(fr, length), clipped(en, length));
  }

  private static String clipped(String text, int length) {
    int half = length / 2 - 2;
    if (text.length() <= length) {
      return text;
    }
    String clipped = text.substring(0, half) + " … " + text.substring(text.length() - half);
    return LONE_SURROGATE.matcher(clipped).replaceAll("");
  }

  public String in(Language language) {
    return language == Language.FR ? fr : en;
  }

  static final class Serializer extends JsonSerializer<Text> {
    @Override
    public void serialize(Text text, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (provider.getAttribute(Language.class) instanceof Language language) {
        json.writeString(text.in(language));
      } else {
        json.writeStartObject();
        json.writeStringField("fr", text.fr());
        json.writeStringField("en", text.en());
        json.writeEndObject();
      }
    }
  }
}
