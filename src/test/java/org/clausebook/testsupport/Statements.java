package org.clausebook.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the SQL statements behind an answer. */
public final class Statements {

  /** The driver tells here what it sends, whoever asked it to. */
  private static final Logger DRIVER = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");

  private static final AtomicInteger ASKED = new AtomicInteger();

  private Statements() {}

  /** Statements sent for one answer, which is rendered anew and not given out as kept. */
  public static long behind(String address) {
    AtomicLong count = new AtomicLong();
    Handler counter = new Counter(count);
    Level level = DRIVER.getLevel();
    DRIVER.addHandler(counter);
    DRIVER.setUseParentHandlers(false);
    DRIVER.setLevel(Level.FINEST);
    try {
      askAnew(address).statusCode(200);
    } finally {
      DRIVER.setLevel(level);
      DRIVER.setUseParentHandlers(true);
      DRIVER.removeHandler(counter);
    }
    return count.get();
  }

  /** Asks in a way that nobody asked before. */
  public static ValidatableResponse askAnew(String address) {
    String language = "en;q=0." + (100 + ASKED.getAndIncrement() % 900);
    return given().header("Accept-Language", language).get(address).then();
  }

  private static final class Counter extends Handler {

    private final AtomicLong count;

    Counter(AtomicLong count) {
      this.count = count;
      setLevel(Level.FINEST);
    }

    /** Those who watch the database ask on threads of their own. */
    @Override
    public void publish(LogRecord line) {
      if (line.getMessage().matches(" *(simple|batch) execute.*")
          && Thread.currentThread().getName().startsWith("executor-thread")) {
        count.incrementAndGet();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
