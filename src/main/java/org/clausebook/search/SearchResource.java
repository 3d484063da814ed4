package org.clausebook.search;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.clausebook.http.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/search")
@Tag(name = "Search")
class SearchResource {

  private final Search search;

  SearchResource(Search search) {
    this.search = search;
  }

  @GET
  @Operation(
      operationId = "searchRecord",
      summary = "Search everything, in French and English",
      description =
          "Finds deals, clauses and their terms, instruments, events, stakeholders, implications, regulations, statements of sources, discrepancies and unknowns by their words in either language, by equivalents of the other (RGPD, GDPR), or by their identifiers (`32024R1689`, `2016/679`, `C05`, `avis 24-A-05`). Slips of the pen are mended and the last word may be unfinished, where the question finds nothing as it stands. The most relevant come first.")
  public SearchResults find(@BeanParam SearchParameters parameters, @BeanParam PageQuery page) {
    return search.find(parameters, page);
  }
}
