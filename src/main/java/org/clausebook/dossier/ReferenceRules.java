package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clausebook.dossier.References.Kind;
import org.clausebook.http.language.Text;

/** What must hold between the parts of the reference. */
final class ReferenceRules {

  private final Reference reference;
  private final DossierParser.Violations violations;

  ReferenceRules(Reference reference, DossierParser.Violations violations) {
    this.reference = reference;
    this.violations = violations;
  }

  void check() {
    References ids = new References(violations);
    ids.know(Kind.REGION, ids.unique("/regions", reference.regions(), Reference.Region::id))
        .know(
            Kind.STAKEHOLDER,
            ids.unique("/stakeholders", reference.stakeholders(), Reference.Stakeholder::id))
        .know(
            Kind.REGULATION,
            ids.unique("/regulations", reference.regulations(), Reference.Regulation::id));
    Citations citations = new Citations(violations, reference.sources(), List.of());

    References.each(
        "/regions",
        reference.regions(),
        (at, region) -> ids.resolve(at + "/parent", region.parent(), Kind.REGION));
    regionsFormATree();
    References.each(
        "/stakeholders",
        reference.stakeholders(),
        (at, stakeholder) -> ids.resolve(at + "/region", stakeholder.region(), Kind.REGION));
    References.each(
        "/regulations",
        reference.regulations(),
        (at, regulation) -> {
          ids.resolve(at + "/region", regulation.region(), Kind.REGION);
          ids.resolveAll(at + "/authorities", regulation.authorities(), Kind.STAKEHOLDER);
          ids.resolveAll(at + "/amends", regulation.amends(), Kind.REGULATION);
          citations.cite(at, regulation.cites());
          ids.unique(at + "/milestones", regulation.milestones(), Reference.Milestone::id);
          References.each(
              at + "/milestones",
              regulation.milestones(),
              (there, milestone) -> {
                citations.cite(there, milestone.cites());
                checkDate(there, milestone);
              });
        });
  }

  private void checkDate(String at, Reference.Milestone milestone) {
    PartialDate date = milestone.date();
    LocalDate by = milestone.by();
    if (date != null
        && by != null
        && (date.precision() == PartialDate.Precision.day
            || by.isBefore(date.day())
            || by.isAfter(date.lastDay()))) {
      violations.add(
          at + "/by",
          Text.of(
              "This must be a day within the month or year that 'date' gives, and 'date' must not name a day itself; correct one of the two.",
              "Il faut ici un jour du mois ou de l’année de « date », qui ne doit pas donner de jour elle-même ; corrigez l’un des deux."));
    }
  }

  private void regionsFormATree() {
    Map<String, String> parents = new HashMap<>();
    for (Reference.Region region : reference.regions()) {
      if (region != null && region.id() != null) {
        parents.put(region.id(), region.parent());
      }
    }
    References.each(
        "/regions",
        reference.regions(),
        (at, region) -> {
          Set<String> above = new HashSet<>();
          for (String id = region.id(); id != null; id = parents.get(id)) {
            if (!above.add(id)) {
              violations.add(
                  at + "/parent",
                  Text.of(
                      "The region '%s' lies within itself; correct one of the parents.",
                      "La région « %s » est contenue dans elle-même ; corrigez l’un des parents.",
                      region.id()));
              return;
            }
          }
        });
  }
}
