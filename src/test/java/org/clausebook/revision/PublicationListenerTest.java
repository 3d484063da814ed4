package org.clausebook.revision;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.clausebook.http.cache.Changes;
import org.junit.jupiter.api.Test;

class PublicationListenerTest {

  /** No driver of ours takes such an address, and none says so by an SQLException. */
  private static final OwnConnections NOWHERE =
      new OwnConnections("jdbc:other:", Optional.empty(), Optional.empty(), Optional.empty());

  @Test
  void whatNobodyForesawIsSilenceToo() throws InterruptedException {
    Changes changes = new Changes();
    assertTrue(changes.areHeard());
    PublicationListener listener = new PublicationListener(null, null, changes, NOWHERE);
    listener.start(new StartupEvent());
    try {
      Instant until = Instant.now().plus(Duration.ofSeconds(10));
      while (changes.areHeard() && Instant.now().isBefore(until)) {
        Thread.sleep(20);
      }
      assertFalse(changes.areHeard());
    } finally {
      listener.stop(new ShutdownEvent());
    }
  }
}
