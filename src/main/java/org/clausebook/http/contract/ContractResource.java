package org.clausebook.http.contract;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import org.clausebook.http.Content;
import org.clausebook.http.Exchanges;
import org.clausebook.http.HttpConfig;
import org.clausebook.http.MediaTypes;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The contract, and what is made from it for people and for language models. */
@Path("/")
@Tag(name = "Documentation")
class ContractResource {

  private final Contract contract;
  private final Exchanges exchanges;
  private final Content summary;

  ContractResource(Contract contract, Exchanges exchanges, HttpConfig config) {
    this.contract = contract;
    this.exchanges = exchanges;
    this.summary =
        new Content(
            Buffer.buffer(new Summary(contract.document(), config.publicUrl()).toString()),
            MediaTypes.TEXT,
            "en");
  }

  @GET
  @Path("openapi")
  @Produces({MediaTypes.YAML, MediaTypes.JSON})
  @Operation(
      operationId = "getContract",
      summary = "Read this contract",
      description = "The OpenAPI document that requests are checked against, as YAML or JSON.")
  public Content contract() throws IOException {
    String mediaType = exchanges.current().mediaType();
    return new Content(
        Buffer.buffer(mediaType.equals(MediaTypes.JSON) ? contract.json() : contract.yaml()),
        mediaType,
        "en");
  }

  @GET
  @Path("llms.txt")
  @Produces(MediaTypes.TEXT)
  @Operation(
      operationId = "getSummary",
      summary = "Read a summary for language models",
      description = "Every operation with its address and purpose, as Markdown in plain text.")
  public Content summary() {
    return summary;
  }

  @GET
  @Path("swagger-ui")
  @Produces(MediaTypes.HTML)
  @Operation(
      operationId = "getSwaggerUi",
      summary = "Try the operations in a browser",
      description = "Swagger UI, showing this contract and sending requests to this very server.")
  public Content swaggerUi() {
    return SwaggerUi.page();
  }
}
