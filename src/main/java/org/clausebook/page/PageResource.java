package org.clausebook.page;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.concurrent.CompletionStage;
import org.clausebook.http.Content;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.MediaTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/")
@Tag(name = "Documentation")
class PageResource {

  private final Exchanges exchanges;
  private final PageWriter pages;

  PageResource(Exchanges exchanges, PageWriter pages) {
    this.exchanges = exchanges;
    this.pages = pages;
  }

  @GET
  @Produces(MediaTypes.HTML)
  @Operation(
      operationId = "getPage",
      summary = "Read a deal as a page for people",
      description =
          "What the API knows of a deal, for reading: the deal at a glance, its clauses, what it means region by region, its time line, and the comparison of two days.")
  public CompletionStage<Content> page(@BeanParam PageQuery query) {
    Exchange exchange = exchanges.current();
    return pages
        .write(query, exchange)
        .thenApply(
            page -> new Content(Buffer.buffer(page), MediaTypes.HTML, exchange.language().tag()));
  }
}
