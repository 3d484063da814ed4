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
import org.clausebook.revision.Publication;
import org.clausebook.revision.Publications;
import org.clausebook.revision.Publications.Selection;
import org.clausebook.revision.Standing;
import org.clausebook.revision.Standings;

/** The history of one dossier, as the resources of deals and of the reference serve it. */
@ApplicationScoped
class Revisions {

  private final Publications publications;
  private final Standings standings;
  private final Pages pages;

  Revisions(Publications publications, Standings standings, Pages pages) {
    this.publications = publications;
    this.standings = standings;
    this.pages = pages;
  }

  RevisionPage page(String dossier, PageQuery query) {
    int limit = pages.limit(query);
    long before =
        pages
            .position(query)
            .map(position -> Long.parseLong(position.get(0)))
            .orElse(Long.MAX_VALUE);
    List<Publication> found = publications.before(before, new Selection(dossier, null), limit);
    if (found.isEmpty() && before == Long.MAX_VALUE) {
      throw Names.deals(List.of()).missing(dossier);
    }
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

  RevisionSummary read(String dossier, int number, Integer comparedWith) {
    Standing standing = standings.of(dossier);
    if (standing.latestNumber() == 0) {
      throw Names.deals(List.of()).missing(dossier);
    }
    Publication line = find(dossier, number, standing);
    Integer other = comparedWith != null ? comparedWith : number == 1 ? null : number - 1;
    Record document = standings.document(line.dataset());
    Record earlier =
        other == null ? null : standings.document(find(dossier, other, standing).dataset());
    String root = Change.root(dossier);
    Map<String, Link> links = new LinkedHashMap<>();
    links.put("self", Link.SELF);
    links.put("dossier", Link.to(root + "/dossier?dataset=" + line.dataset()));
    if (number > 1) {
      links.put("previous", Link.to(root + "/revisions/" + (number - 1)));
    }
    if (number < standing.latestNumber()) {
      links.put("following", Link.to(root + "/revisions/" + (number + 1)));
    }
    return new RevisionSummary(
        Change.of(line),
        standings.contentHash(line.dataset()),
        standing.current() != null && standing.current().number() == number,
        other,
        Comparison.between(earlier, document),
        links);
  }

  private Publication find(String dossier, int number, Standing standing) {
    return publications
        .of(dossier, number)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.because(
                    "There is no revision %d; the newest is %d.",
                    "Il n’existe pas de révision %d ; la plus récente est la %d.",
                    number,
                    standing.latestNumber()));
  }
}
