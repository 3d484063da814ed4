package org.clausebook.http.contract;

import io.vertx.core.buffer.Buffer;
import org.clausebook.http.Content;
import org.clausebook.http.MediaTypes;

/**
 * The page around Swagger UI. It is ours because the one that comes with it has its script inline,
 * which a content security policy worth the name refuses.
 */
final class SwaggerUi {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Clausebook: Swagger UI</title>
        <link rel="stylesheet" href="assets/swagger-ui/swagger-ui.css">
        <link rel="icon" href="assets/swagger-ui/favicon.ico">
      </head>
      <body>
        <div id="swagger-ui"></div>
        <script src="assets/swagger-ui/swagger-ui-bundle.js"></script>
        <script src="assets/swagger-ui.js"></script>
      </body>
      </html>
      """;

  private SwaggerUi() {}

  static Content page() {
    return new Content(Buffer.buffer(PAGE), MediaTypes.HTML, "en");
  }
}
