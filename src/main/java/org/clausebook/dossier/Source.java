package org.clausebook.dossier;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A document that was read.
 *
 * @param id slug, unique in the whole record
 * @param publisher who put it out; null when not known
 * @param published when, as exactly as known; null when not known
 * @param language BCP 47 tag of the original
 * @param url where it can be found; null when it has no address
 * @param note what a reader should know of it, for example what was not seen; may be null
 */
public record Source(
    String id,
    Kind kind,
    Text title,
    String publisher,
    PartialDate published,
    String language,
    String url,
    Text note,
    List<Statement> statements) {

  public Source {
    statements = Lists.orEmpty(statements);
  }

  /** What sort of document a source is. */
  @Schema(name = "SourceKind")
  public enum Kind {
    article,
    companyPost,
    filing,
    officialText,
    authorityPage,
    press,
    analysis,
    derivation
  }

  /**
   * One assertion that a source makes, in our words.
   *
   * @param locator where in the source
   * @param mode how sure the source is of it
   * @param evidence how near to the primary document it was read
   * @param via who reproduces the primary wording, for {@code quoted}; null otherwise
   */
  public record Statement(
      String id,
      Text locator,
      Text text,
      Dossier.Certainty mode,
      Evidence evidence,
      @JsonDeserialize(using = NameOrText.Deserializer.class)
          @JsonSerialize(using = NameOrText.Serializer.class)
          Text via) {}
}
