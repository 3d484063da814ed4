package org.clausebook.deal;

import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stakeholder by its name. */
@Schema(description = "A stakeholder by its name.")
public record Party(
    @Schema(
            description = "Slug of the stakeholder.",
            examples = {"microsoft"})
        String id,
    Text name,
    @Schema(description = "Where it is served.") Link link) {

  public static Party of(String id, Reference reference) {
    return new Party(
        id,
        reference.stakeholder(id).map(Reference.Stakeholder::name).orElseGet(() -> Text.same(id)),
        Link.to("/v1/stakeholders/" + id));
  }
}
