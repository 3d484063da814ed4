package org.clausebook.regulation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Reference;
import org.clausebook.http.JsonLd;
import org.clausebook.http.Link;

/** A regulation as legislation, by schema.org and by the European Legislation Identifier. */
@ApplicationScoped
class RegulationAsLinkedData extends JsonLd<Regulation> {

  RegulationAsLinkedData() {
    super(Regulation.class);
  }

  @Override
  protected void describe(Regulation regulation, Map<String, Object> description) {
    description.put("@type", List.of("Legislation", "eli:LegalResource"));
    description.put("identifier", regulation.id());
    description.put("name", regulation.name());
    description.put("alternateName", regulation.title());
    description.put("eli:title", regulation.title());
    description.put("description", regulation.summary());
    description.put("legislationType", regulation.kind().name());
    description.put("legislationJurisdiction", regulation.region());
    description.put(
        "legislationResponsible",
        regulation.authorities().stream()
            .map(
                authority -> {
                  Map<String, Object> node = node("GovernmentOrganization", authority.link());
                  node.put("name", authority.name());
                  return node;
                })
            .toList());
    if (!regulation.amends().isEmpty()) {
      description.put(
          "legislationAmends",
          regulation.amends().stream().map(id -> Link.to("/v1/regulations/" + id)).toList());
    }
    Reference.Identifiers identifiers = regulation.identifiers();
    if (identifiers != null) {
      if (identifiers.celex() != null) {
        description.put("legislationIdentifier", identifiers.celex());
        description.put("eli:id_local", identifiers.celex());
      }
      if (identifiers.eli() != null) {
        description.put("sameAs", identifiers.eli());
      }
      if (identifiers.number() != null) {
        description.put("eli:number", identifiers.number());
      }
    }
    if (regulation.url() != null) {
      description.put("url", regulation.url());
    }
  }
}
