package org.clausebook.deal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clausebook.http.JsonLd;
import org.clausebook.source.Citation;

/** A deal as a data set about its parties. */
@ApplicationScoped
class DealAsLinkedData extends JsonLd<Deal> {

  DealAsLinkedData() {
    super(Deal.class);
  }

  @Override
  protected void describe(Deal deal, Map<String, Object> description) {
    description.put("@type", "Dataset");
    description.put("identifier", deal.id());
    description.put("name", deal.title());
    description.put("description", deal.summary());
    description.put("version", Integer.toString(deal.reading().revision()));
    description.put("dateModified", deal.reading().knownAt());
    description.put("about", deal.parties().stream().map(DealAsLinkedData::party).toList());
    if (deal.instrument() != null) {
      Map<String, Object> instrument = node("CreativeWork", null);
      instrument.put("name", deal.instrument().title());
      instrument.put("datePublished", deal.instrument().date());
      description.put("hasPart", instrument);
    }
    List<String> cited =
        deal.citations().stream().map(Citation::url).filter(Objects::nonNull).distinct().toList();
    if (!cited.isEmpty()) {
      description.put("citation", cited);
    }
  }

  private static Map<String, Object> party(Party party) {
    Map<String, Object> node = node("Organization", party.link());
    node.put("name", party.name());
    return node;
  }
}
