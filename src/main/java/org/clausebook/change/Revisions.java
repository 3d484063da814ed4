package org.clausebook.change;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.dossier.Names;
import org.clausebook.http.Link;
import org.clausebook.http.page.Page;
import org.clausebook.http.page.PageQuery;
import org.clausebook.http.page.Pages;
import org.clausebook.http.problem.ProblemType;
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
    int limit = pages.limit(query);
    long newest = latest(dossier, known).dataset();
    long before =
        pages.position(query).map(position -> Long.parseLong(position.get(0))).orElse(newest + 1);
    List<Publication> found = publications.before(before, new Selection(dossier, null), limit);
    boolean more = found.size() > limit;
    List<Publication> lines = more ? found.subList(0, limit) : found;
    Link next = more ? pages.link(List.of(Long.toString(lines.get(limit - 1).dataset()))) : null;
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("first", pages.first());
    if (next != null) {
      links.put("next", next);
    }
    return new RevisionPage(
        lines.stream().map(Change::of).toList(), new Page(query.limit, next), links);
  }

  RevisionSummary read(String dossier, KnownAt known, int number, Integer comparedWith) {
    Publication latest = latest(dossier, known);
    Publication line = find(dossier, number, latest);
    Integer other = comparedWith != null ? comparedWith : number == 1 ? null : number - 1;
    Record document = standings.document(line.dataset());
    Record earlier =
        other == null ? null : standings.document(find(dossier, other, latest).dataset());
    String root = Change.root(dossier);
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
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
        latest.action().equals("published") && latest.number() == number,
        other,
        Comparison.between(earlier, document),
        links);
  }

  /** The newest line of a dossier that was known. */
  private Publication latest(String dossier, KnownAt known) {
    Selection all = new Selection(dossier, null);
    return publications.before(clock.dataset(known) + 1, all, 1).stream()
        .findFirst()
        .orElseThrow(
            () ->
                publications.before(Long.MAX_VALUE, all, 1).isEmpty()
                    ? Names.deals(List.of()).missing(dossier)
                    : ProblemType.NOT_FOUND.because(
                        "Nothing was known at that point.", "Rien n’était connu à ce moment."));
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
