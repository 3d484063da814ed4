package org.clausebook.http.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.dossier.Dossier;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Publisher.Authorship;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.CopiedDeal;
import org.clausebook.testsupport.Dossiers;
import org.junit.jupiter.api.Test;

/**
 * Publishing goes on while many read: time never runs backwards, and no answer is of two states.
 */
@ClausebookTest
class ReadersDuringPublicationTest {

  private static final String SLUG = "read-meanwhile";
  private static final int READERS = 16;
  private static final int REVISIONS = 12;
  private static final Pattern TITLE = Pattern.compile("\"title\":\"Copy (\\d+)\"");
  private static final Pattern REVISION = Pattern.compile("\"revision\":(\\d+)");

  @TestHTTPResource("/v1/deals/" + SLUG)
  URI deal;

  @Inject Publisher publisher;

  @Test
  void nobodyGetsTheOldAnswerOnceTheNewOneWasServed()
      throws InterruptedException, ExecutionException {
    Dossier original = Dossiers.lighthouse();
    publish(original, 1);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger served = new AtomicInteger();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<?>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        reading.add(
            readers.submit(
                () -> {
                  for (int asked = 0; !over.get(); asked++) {
                    int before = served.get();
                    int edition = read(client, asked);
                    assertTrue(edition >= before, edition + " after " + before);
                    served.accumulateAndGet(edition, Math::max);
                  }
                  return null;
                }));
      }
      for (int edition = 2; edition <= REVISIONS; edition++) {
        publish(original, edition);
        // Seen before the next one comes, and by itself: within the two seconds that are promised.
        long start = System.nanoTime();
        while (served.get() < edition && System.nanoTime() - start < 2_000_000_000L) {
          Thread.sleep(5);
        }
        assertEquals(edition, served.get());
      }
      over.set(true);
      for (Future<?> each : reading) {
        each.get();
      }
    } finally {
      over.set(true);
      readers.shutdown();
    }
  }

  /** Every other time in words that nobody has used before: such an answer is rendered anew. */
  private int read(HttpClient client, int asked) throws IOException, InterruptedException {
    String language =
        asked % 2 == 0
            ? "en"
            : "en, x-%d-%d".formatted(Thread.currentThread().getId(), asked % 100_000);
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(deal).header("Accept-Language", language).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    int title = number(TITLE, answer.body());
    assertEquals(title, number(REVISION, answer.body()), answer.body());
    return title;
  }

  private static int number(Pattern pattern, String body) {
    Matcher matcher = pattern.matcher(body);
    assertTrue(matcher.find(), body);
    return Integer.parseInt(matcher.group(1));
  }

  private void publish(Dossier original, int edition) {
    publisher.publish(
        SLUG,
        CopiedDeal.of(original, SLUG, edition),
        new Authorship("test", "test", "request", "Read meanwhile", ChangeKind.editorial));
  }
}
