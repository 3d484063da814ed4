package org.clausebook.implication;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Names;
import org.clausebook.dossier.Reference;
import org.clausebook.http.Slug;
import org.clausebook.http.problem.Problem;
import org.clausebook.source.EvidencePolicy;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which implications to serve. Filters narrow together. */
public class ImplicationFilter {

  @Parameter(description = "The weakest evidence accepted.")
  @QueryParam("evidence")
  public EvidencePolicy evidence;

  @Parameter(description = "Only implications of this nature.")
  @QueryParam("nature")
  public Dossier.Nature nature;

  @Parameter(description = "Only implications of this theme.")
  @QueryParam("theme")
  public Dossier.Theme theme;

  @Parameter(description = "Only implications of which the source is this sure.")
  @QueryParam("certainty")
  public Dossier.Certainty certainty;

  @Parameter(
      description = "Only implications that concern this stakeholder.",
      example = "french-startups")
  @QueryParam("stakeholder")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String stakeholder;

  @Parameter(description = "Only implications that fall under this regulation.", example = "gdpr")
  @QueryParam("regulation")
  @Pattern(regexp = Slug.PATTERN)
  @Size(max = Slug.MAX_LENGTH)
  public String regulation;

  /**
   * Refuses names that nothing goes by.
   *
   * @throws Problem 400 that names the parameter
   */
  void check(Reference reference) {
    Names.stakeholders(reference).require("stakeholder", stakeholder);
    Names.regulations(reference).require("regulation", regulation);
  }

  boolean admits(Dossier.Implication implication) {
    return (nature == null || implication.nature() == nature)
        && (theme == null || implication.theme() == theme)
        && (certainty == null || implication.certainty() == certainty)
        && (stakeholder == null || implication.stakeholders().contains(stakeholder))
        && (regulation == null
            || implication.regulations().stream()
                .anyMatch(link -> link.regulation().equals(regulation)));
  }
}
