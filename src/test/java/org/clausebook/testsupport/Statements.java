package org.clausebook.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements behind an answer. */
public final class Statements {

  private static final AtomicInteger ASKED = new AtomicInteger();

  private Statements() {}

  /** Statements prepared for one answer, which is rendered anew and not given out as kept. */
  public static long behind(String address, SessionFactory sessions) {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    askAnew(address).statusCode(200);
    long count = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    return count;
  }

  /** Asks in a way that nobody asked before. */
  public static ValidatableResponse askAnew(String address) {
    String language = "en;q=0." + (100 + ASKED.getAndIncrement() % 900);
    return given().header("Accept-Language", language).get(address).then();
  }
}
