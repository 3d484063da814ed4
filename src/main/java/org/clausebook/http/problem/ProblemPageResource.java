package org.clausebook.http.problem;

import io.vertx.core.buffer.Buffer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.stream.Stream;
import org.clausebook.http.Content;
import org.clausebook.http.Exchanges;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.language.Language;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page that the type of a problem leads to. */
@Path("/problems/{problem}")
@Tag(name = "Documentation")
class ProblemPageResource {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="%1$s">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%2$s · Clausebook</title>
        <link rel="stylesheet" href="../assets/problem.css">
        <link rel="icon" href="../assets/icon.svg" type="image/svg+xml">
      </head>
      <body>
        <main>
          <p><a href="%3$s?lang=%4$s" hreflang="%4$s" lang="%4$s">%5$s</a></p>
          <h1>%2$s</h1>
          <p>HTTP <code>%6$d</code> · <code>%3$s</code></p>
          <p>%7$s</p>
          <p><a href="../swagger-ui">%8$s</a></p>
        </main>
      </body>
      </html>
      """;
  private static final Text CONTRACT = Text.of("The contract", "Le contrat");

  private final Exchanges exchanges;

  ProblemPageResource(Exchanges exchanges) {
    this.exchanges = exchanges;
  }

  @GET
  @Produces(MediaTypes.HTML)
  @Operation(
      operationId = "getProblemPage",
      summary = "Read what a problem means",
      description = "The page that the `type` of a problem is the address of, in both languages.")
  public Content get(@PathParam("problem") String problem) {
    ProblemType type =
        Stream.of(ProblemType.values())
            .filter(each -> each.slug().equals(problem))
            .findFirst()
            .orElseThrow(
                () ->
                    ProblemType.NOT_FOUND.because(
                        "There is no such kind of problem.",
                        "Il n’existe pas de problème de cette sorte."));
    Language language = exchanges.current().language();
    boolean french = language == Language.FR;
    return new Content(
        Buffer.buffer(
            PAGE.formatted(
                language.tag(),
                type.title().in(language),
                type.slug(),
                french ? "en" : "fr",
                french ? "English" : "Français",
                type.status(),
                type.description().in(language),
                CONTRACT.in(language))),
        MediaTypes.HTML,
        language.tag());
  }
}
