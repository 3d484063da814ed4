package org.clausebook.embedded;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.clausebook.testsupport.Dossiers;

/** Somebody with a token of the command {@code token}, who keeps a small fictional deal. */
final class Curator {

  static final String DEAL = "/v1/deals/lighthouse";
  private static final String TITLE = "en: \"Lighthouse\"";

  private final String token;

  /** Gets a token for the machine whose directory the environment names. */
  Curator(Map<String, String> environment, String role) throws IOException, InterruptedException {
    try (Packaged command = Packaged.start(environment, "token", "--role", role)) {
      if (command.exitStatus() != 0) {
        throw new AssertionError("No token: " + command.log());
      }
      token = command.log().get(command.log().size() - 1);
    }
  }

  HttpResponse<String> create(Packaged at) throws IOException, InterruptedException {
    return at.send(write(at, DEAL).header("If-None-Match", "*").PUT(document(1)));
  }

  /** Publishes an edition over what stands. */
  HttpResponse<String> publish(Packaged at, int edition) throws IOException, InterruptedException {
    return at.send(write(at, DEAL).header("If-Match", tag(at, DEAL)).PUT(document(edition)));
  }

  /** Hides a deal from readers. */
  HttpResponse<String> withdraw(Packaged at, String deal) throws IOException, InterruptedException {
    return at.send(write(at, deal).header("If-Match", tag(at, deal)).DELETE());
  }

  private static String tag(Packaged at, String deal) throws IOException, InterruptedException {
    return at.send(at.request(deal + "/dossier").header("Accept", "application/yaml"))
        .headers()
        .firstValue("ETag")
        .orElseThrow();
  }

  private HttpRequest.Builder write(Packaged at, String deal) throws InterruptedException {
    return at.request(deal + "/dossier")
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/yaml")
        .header("Clausebook-Note", "A test");
  }

  private static HttpRequest.BodyPublisher document(int edition) {
    return HttpRequest.BodyPublishers.ofString(
        Dossiers.LIGHTHOUSE.replace(TITLE, "en: \"" + title(edition) + '"'));
  }

  static String title(int edition) {
    return "Lighthouse " + edition;
  }
}
