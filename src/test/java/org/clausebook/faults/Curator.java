package org.clausebook.faults;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.TestIssuer;

/** Publishes a small deal again and again, each time with another title. */
final class Curator implements AutoCloseable {

  static final String DOSSIER = "/v1/deals/lighthouse/dossier";

  private final TestIssuer issuer = new TestIssuer();
  private final Map<String, String> environment = new HashMap<>();
  private int lastEdition = 1_000;

  Curator(Map<String, String> database) {
    environment.putAll(database);
    issuer
        .start()
        .forEach(
            (key, value) -> environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
  }

  /** What an instance must be told to believe the curator. */
  Map<String, String> environment() {
    return environment;
  }

  /** Publishes an edition; the key makes a repetition harmless. */
  Instance.Seen publish(Instance through, int edition, String tag)
      throws IOException, InterruptedException {
    return through.send(request(through, edition, tag));
  }

  /** Publishes another edition over what stands. */
  Instance.Seen publishNext(Instance through) throws IOException, InterruptedException {
    String tag = through.get(DOSSIER).header("ETag");
    return publish(through, ++lastEdition, tag);
  }

  HttpRequest.Builder request(Instance through, int edition, String tag) {
    return through
        .request(DOSSIER)
        .header("Authorization", "Bearer " + TestIssuer.token("curator"))
        .header("Clausebook-Note", "Edition " + edition)
        .header("Content-Type", "application/yaml")
        .header("Idempotency-Key", "\"edition-" + edition + "-of-the-fault-suite\"")
        .header(tag == null ? "If-None-Match" : "If-Match", tag == null ? "*" : tag)
        .PUT(BodyPublishers.ofByteArray(document(edition)));
  }

  private static byte[] document(int edition) {
    return Dossiers.bytes(
        Dossiers.LIGHTHOUSE.replace("en: \"Lighthouse\"", "en: \"Lighthouse " + edition + "\""));
  }

  @Override
  public void close() {
    issuer.stop();
  }
}
