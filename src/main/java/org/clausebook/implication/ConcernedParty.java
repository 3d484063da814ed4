package org.clausebook.implication;

import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;
import org.clausebook.source.Facts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stakeholder at the end of a chain: one that is concerned, or an authority. */
@Schema(
    description = "A stakeholder at the end of a chain: one that is concerned, or an authority.")
public record ConcernedParty(
    @Schema(
            description = "Slug of the stakeholder.",
            examples = {"cnil"})
        String stakeholder,
    Text name,
    @Schema(description = "Its role in the deal; absent when it has none of its own.")
        Dossier.Role role,
    @Schema(
            description =
                "Why the deal matters to it; absent when it has no role of its own, or when the evidence policy hides it.")
        Text concern,
    @Schema(description = "The stakeholder.") Link link) {

  static ConcernedParty of(String id, Facts facts) {
    Edition edition = facts.edition();
    Reference.Stakeholder identity = edition.reference().stakeholder(id).orElseThrow();
    Dossier.Stakeholder part = edition.dossier().stakeholder(id).orElse(null);
    return new ConcernedParty(
        id,
        identity.name(),
        part == null ? null : part.role(),
        part == null || facts.admit(part.cites()).isEmpty() ? null : part.concern(),
        Link.to("/v1/stakeholders/" + id));
  }
}
