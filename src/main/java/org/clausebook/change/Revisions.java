package org.clausebook.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Names;
import org.clausebook.http.Link;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.page.Slice;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.revision.Action;
import org.clausebook.revision.Editions;
import org.clausebook.revision.KnownAt;
import org.clausebook.revision.Publication;
import org.clausebook.revision.Publications;
import org.clausebook.revision.Publications.Selection;
import org.clausebook.revision.RecordClock;
import org.clausebook.revision.Standings;

/** The history of one dossier, as the resources of deals and of the reference serve it. */
@ApplicationScoped
class Revisions {

  private final Publications publications;
  private final Standings standings;
  private final RecordClock clock;
  private final Pages pages;

  Revisions(Publications publications, Standings standings, RecordClock clock, Pages pages) {
    this.publications = publications;
    this.standings = standings;
    this.clock = clock;
    this.pages = pages;
  }

  RevisionPage page(String dossier, KnownAt known, PageQuery query) {
    long before =
        pages
            .position(query)
            .map(position -> Long.parseLong(position.get(0)))
            .orElseGet(() -> clock.dataset(known) + 1);
    List<Publication> found =
        publications.before(before, new Selection(dossier, null), pages.limit(query));
    if (found.isEmpty()) {
      throw unknown(dossier);
    }
    Slice<Publication> slice =
        pages.slice(query, found, line -> List.of(Long.toString(line.dataset())));
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", pages.same(query, KnownAt.pins(before - 1)));
    links.putAll(slice.links());
    return new RevisionPage(slice.items().stream().map(Change::of).toList(), slice.page(), links);
  }

  RevisionSummary read(String dossier, KnownAt known, int number, Integer comparedWith) {
    Publication latest = latest(dossier, known);
    Publication line = find(dossier, number, latest);
    Integer other = comparedWith != null ? comparedWith : number == 1 ? null : number - 1;
    Record document = standings.document(line.dataset());
    Record earlier =
        other == null ? null : standings.document(find(dossier, other, latest).dataset());
    String root = Editions.path(dossier);
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("citeAs", Link.selfWith(KnownAt.pins(latest.dataset())));
    links.put("dossier", Link.to(root + "/dossier?dataset=" + line.dataset()));
    if (number > 1) {
      links.put("previous", Link.to(root + "/revisions/" + (number - 1)));
    }
    if (number < latest.number()) {
      links.put("following", Link.to(root + "/revisions/" + (number + 1)));
    }
    return new RevisionSummary(
        Change.of(line),
        standings.contentHash(line.dataset()),
        latest.action() == Action.published && latest.number() == number,
        other,
        Comparison.between(earlier, document),
        links);
  }

  /** The newest line of a dossier that was known. */
  private Publication latest(String dossier, KnownAt known) {
    return publications.before(clock.dataset(known) + 1, new Selection(dossier, null), 1).stream()
        .findFirst()
        .orElseThrow(() -> unknown(dossier));
  }

  private Problem unknown(String dossier) {
    return publications.know(dossier)
        ? ProblemType.NOT_FOUND.because(
            "Nothing was known at that point.", "Rien n’était connu à ce moment.")
        : Names.deals(List.of()).missing(dossier);
  }

  private Publication find(String dossier, int number, Publication latest) {
    return publications
        .of(dossier, number)
        .filter(line -> line.dataset() <= latest.dataset())
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.because(
                    "There is no revision %d; the newest is %d.",
                    "Il n’existe pas de révision %d ; la plus récente est la %d.",
                    number,
                    latest.number()));
  }
}
