package org.clausebook.curation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/**
 * Lets the writers of a replica into the database one by one. They would wait there for each other
 * anyway, each holding a connection that readers need.
 */
@ApplicationScoped
class Turns {

  private static final int PATIENCE_SECONDS = 20;

  private final Semaphore turn = new Semaphore(1, true);

  <T> T take(Supplier<T> work) {
    try {
      if (!turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      turn.release();
    }
  }

  private static Problem busy() {
    return ProblemType.UNAVAILABLE
        .because(
            "Too many writes are under way; nothing was changed.",
            "Trop d’écritures sont en cours ; rien n’a été changé.")
        .retryAfter(10);
  }
}
