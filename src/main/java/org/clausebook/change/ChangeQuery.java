package org.clausebook.change;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.clausebook.http.Slug;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Publications.Selection;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which changes are asked for. */
public class ChangeQuery {

  @Parameter(
      description = "Only changes of this deal; `reference` for those of the shared reference.",
      example = "microsoft-openai")
  @QueryParam("deal")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String deal;

  @Parameter(description = "Only changes of this kind.")
  @QueryParam("kind")
  public ChangeKind kind;

  Selection selection() {
    return new Selection(deal, kind);
  }
}
