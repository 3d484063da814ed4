package org.clausebook.curation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierPart;
import org.clausebook.http.Answers;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.language.Language;
import org.clausebook.revision.PartView;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/**
 * The tags by which a part may be named in a condition: those of its own address, and those of the
 * dossier around it, which is where a part is read in the form it is written in.
 */
@ApplicationScoped
class PartTags {

  private final Tags dossiers;
  private final List<PartView> views;
  private final Answers answers;
  private final Exchanges exchanges;
  private final Standings standings;

  PartTags(
      Tags dossiers,
      @All List<PartView> views,
      Answers answers,
      Exchanges exchanges,
      Standings standings) {
    this.dossiers = dossiers;
    this.views = views;
    this.answers = answers;
    this.exchanges = exchanges;
    this.standings = standings;
  }

  /** None when there is no such part: then it may be created. */
  List<EntityTag> of(Standing standing, DossierPart part, String id) {
    Dossier dossier = dossier(standing);
    boolean creates = exchanges.current().header("If-Match") == null;
    if (!part.isIn(dossier, id)) {
      // A new part may also name the dossier it is put into.
      return creates ? List.of() : dossiers.of(standing);
    }
    List<EntityTag> tags = new ArrayList<>(dossiers.of(standing));
    Object view = view(part).view(standing.dossier(), id);
    Exchange exchange = exchanges.current();
    for (Language language : Language.values()) {
      tags.addAll(answers.tags(view, exchange.asReading(language)));
      tags.addAll(answers.tags(view, exchange.asReadingWithLang(language)));
    }
    return tags;
  }

  Dossier dossier(Standing standing) {
    return (Dossier) standings.document(standing.current().dataset());
  }

  /** What the part's own address gives now. */
  EntityTag now(DossierPart part, String deal, String id) {
    Exchange exchange = exchanges.current();
    List<EntityTag> tags =
        answers.tags(view(part).view(deal, id), exchange.asReading(exchange.language()));
    return tags.get(exchange.gzip() ? 1 : 0);
  }

  private PartView view(DossierPart part) {
    return views.stream().filter(each -> each.part() == part).findFirst().orElseThrow();
  }
}
