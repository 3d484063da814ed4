package org.clausebook.curation;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.revision.ChangeKind;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a write says besides its content. */
public class Request {

  private static final int MAX_NOTE = 500;
  private static final String KEY = "\"?[\\x21\\x23-\\x7E]{1,255}\"?";

  @Parameter(
      description =
          "Why the change is made, 1 to 500 characters; readers see it. Percent-encoded UTF-8 where it holds more than ASCII.",
      required = true,
      example = "Adds the amendment of 27 April 2026",
      schema =
          @Schema(
              type = SchemaType.STRING,
              minLength = 1,
              maxLength = 6000,
              pattern = "^[^\\u0000-\\u001F\\u007F]+$"))
  @HeaderParam("Clausebook-Note")
  public String note;

  @Parameter(
      description =
          "What sort of change it is: the world changed, the record was wrong, or only its wording or form was improved.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"worldChanged", "correction", "editorial"},
              defaultValue = "correction"))
  @HeaderParam("Clausebook-Change")
  public String change;

  // This and the next are here for the contract: Preconditions reads them from the request.
  @Parameter(
      description =
          "The tag of the state you have read and now replace; 412 when another has taken its place. Required unless If-None-Match is given.",
      example = "\"dGhlIHN0YXRlIHlvdSByZWFk\"",
      schema = @Schema(type = SchemaType.STRING, maxLength = 4000))
  @HeaderParam("If-Match")
  public String ifMatch;

  @Parameter(
      description =
          "`*` to create: 412 when something is there already. Anything else names no state (428).",
      example = "*",
      schema = @Schema(type = SchemaType.STRING, maxLength = 4000))
  @HeaderParam("If-None-Match")
  public String ifNoneMatch;

  @Parameter(
      description =
          "A key of your choice for this write (1 to 255 visible characters, quoted or not). The same write repeated with it within 24 hours is answered as the first time and written once; another write to the same address with it is refused.",
      example = "\"5f0c1c6e-6d9d-4c39-8b0f-2f4ad7a0b4a4\"",
      schema = @Schema(type = SchemaType.STRING, maxLength = 257, pattern = "^" + KEY + "$"))
  @HeaderParam("Idempotency-Key")
  public String idempotencyKey;

  @Parameter(
      description = "Only check, and report what would change; nothing is written.",
      example = "true")
  @QueryParam("dryRun")
  @DefaultValue("false")
  public boolean dryRun;

  /** The note, decoded. */
  String note() {
    String text = note == null ? "" : decoded(note).strip();
    if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_NOTE) {
      throw Problem.refused(
          "Clausebook-Note",
          Text.of(
              "Say in 1 to %d characters why the change is made.",
              "Dites en 1 à %d caractères pourquoi ce changement.", MAX_NOTE));
    }
    if (text.codePoints().anyMatch(Character::isISOControl)) {
      throw Problem.refused(
          "Clausebook-Note",
          Text.of(
              "Control characters are not allowed.",
              "Les caractères de contrôle ne sont pas admis."));
    }
    return text;
  }

  ChangeKind kind() {
    if (change == null) {
      return ChangeKind.correction;
    }
    for (ChangeKind kind : ChangeKind.values()) {
      if (kind.name().equals(change)) {
        return kind;
      }
    }
    throw Problem.refused(
        "Clausebook-Change",
        Text.of(
            "Write worldChanged, correction or editorial.",
            "Écrivez worldChanged, correction ou editorial."));
  }

  /** The key without quotes; empty when none is given. */
  Optional<String> key() {
    if (idempotencyKey == null) {
      return Optional.empty();
    }
    String key = idempotencyKey.strip();
    if (!key.matches(KEY)) {
      throw Problem.refused(
          "Idempotency-Key",
          Text.of(
              "Write 1 to 255 visible ASCII characters, in quotes or not.",
              "Écrivez 1 à 255 caractères ASCII visibles, entre guillemets ou non."));
    }
    return Optional.of(key.replace("\"", ""));
  }

  /** Header fields come as Latin-1; what they mean is percent-encoded or plain UTF-8. */
  private static String decoded(String field) {
    String plain = new String(field.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String text =
        plain.indexOf('\uFFFD') >= 0 || field.codePoints().anyMatch(c -> c > 255) ? field : plain;
    if (!text.matches("(?s).*%[0-9A-Fa-f]{2}.*")) {
      return text;
    }
    try {
      String decoded = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
      return decoded.indexOf('\uFFFD') >= 0 ? text : decoded;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
