package org.clausebook.dossier;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clausebook.dossier.References.Kind;
import org.clausebook.http.language.Text;

/** What must hold of the stakeholders of a deal: who they are, and what they own over time. */
final class StakeholderRules {

  private final Dossier dossier;
  private final Citations citations;
  private final DossierParser.Violations violations;
  private final References ids;
  private final FigureRules figures;

  StakeholderRules(
      Dossier dossier, References ids, Citations citations, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.ids = ids;
    this.citations = citations;
    this.violations = violations;
    this.figures = new FigureRules(violations);
  }

  void check() {
    checkParties(
        ids.unique("/stakeholders", dossier.stakeholders(), Dossier.Stakeholder::stakeholder));
    checkStakeholders();
  }

  private void checkParties(Set<String> present) {
    ids.resolveAll("/parties", dossier.parties(), Kind.STAKEHOLDER);
    References.each(
        "/parties",
        dossier.parties(),
        (at, party) -> {
          if (ids.isKnown(Kind.STAKEHOLDER, party) && !present.contains(party)) {
            violations.add(
                at,
                Text.of(
                    "The party '%s' does not stand among the stakeholders; add it there with its role.",
                    "La partie « %s » ne figure pas parmi les parties prenantes ; ajoutez-la avec son rôle.",
                    party));
          }
        });
  }

  private void checkStakeholders() {
    References.each(
        "/stakeholders",
        dossier.stakeholders(),
        (at, stakeholder) -> {
          ids.resolve(at + "/stakeholder", stakeholder.stakeholder(), Kind.STAKEHOLDER);
          citations.cite(at, stakeholder.cites());
          References.each(
              at + "/facts",
              stakeholder.facts(),
              (there, fact) -> citations.cite(there, fact.cites()));
          checkHoldings(at + "/holdings", stakeholder);
        });
  }

  private void checkHoldings(String at, Dossier.Stakeholder stakeholder) {
    Map<String, Dossier.Holding> last = new HashMap<>();
    References.each(
        at,
        stakeholder.holdings(),
        (there, holding) -> {
          ids.resolve(there + "/of", holding.of(), Kind.STAKEHOLDER);
          if (holding.of() != null && holding.of().equals(stakeholder.stakeholder())) {
            violations.add(
                there + "/of",
                Text.of(
                    "Nobody holds a part of themselves; name the stakeholder that is owned in part.",
                    "Nul ne détient une part de soi-même ; nommez la partie prenante détenue."));
          }
          citations.cite(there, holding.cites());
          figures.checkPeriod(there, holding.from(), holding.until());
          figures.check(there + "/value", holding.value());
          if (holding.of() == null || holding.from() == null) {
            return;
          }
          Dossier.Holding before = last.put(holding.of(), holding);
          if (before != null
              && (before.until() == null || before.until().isAfter(holding.from()))) {
            violations.add(
                there + "/from",
                Text.of(
                    "This holding overlaps the one before it; end that one with 'until: %s' at the latest.",
                    "Cette participation chevauche la précédente ; terminez celle-ci par « until: %s » au plus tard.",
                    holding.from()));
          }
        });
  }
}
