package org.clausebook.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed amid a write, and started again on the same data. */
@Tag("slow")
class KilledIT {

  @TempDir Path directory;

  @RepeatedTest(5)
  void killedWriterLeavesAWholeRevision() throws Exception {
    Map<String, String> environment = Map.of("CLAUSEBOOK_EMBEDDED_DIRECTORY", directory.toString());
    Curator curator = new Curator(environment, "curator");
    AtomicInteger acknowledged = new AtomicInteger();
    try (Packaged victim = Packaged.start(environment)) {
      assertEquals(201, curator.create(victim).statusCode());
      acknowledged.set(1);
      Thread writer = new Thread(() -> write(curator, victim, acknowledged));
      writer.start();
      Thread.sleep(ThreadLocalRandom.current().nextLong(500, 2_500));
      victim.kill();
      writer.join();
    }
    try (Packaged again = Packaged.start(environment)) {
      String deal = again.get(Curator.DEAL).body();
      int revision = Integer.parseInt(deal.replaceFirst("(?s).*?\"revision\":(\\d+).*", "$1"));
      // The last write may have been made without its answer having arrived.
      assertTrue(
          revision == acknowledged.get() || revision == acknowledged.get() + 1,
          revision + " after " + acknowledged);
      assertTrue(deal.contains('"' + Curator.title(revision) + '"'), deal);
      assertEquals(200, curator.publish(again, revision + 1).statusCode());
    }
    try (Packaged audit = Packaged.start(environment, "verify-audit")) {
      assertEquals(0, audit.exitStatus(), () -> audit.log().toString());
    }
  }

  private static void write(Curator curator, Packaged victim, AtomicInteger acknowledged) {
    try {
      while (curator.publish(victim, acknowledged.get() + 1).statusCode() == 200) {
        acknowledged.incrementAndGet();
      }
    } catch (IOException | InterruptedException e) {
      // It was killed.
    }
  }
}
