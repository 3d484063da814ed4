package org.clausebook.testsupport;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import jakarta.enterprise.inject.spi.CDI;
import org.clausebook.revision.ChangeKind;
import org.clausebook.revision.Publisher;
import org.clausebook.revision.Standings;

/**
 * Withdraws the deals that a test published: tests share a database, and some count what is in the
 * whole store. Found as a service.
 */
public final class TheStoreIsLeftAsFound implements QuarkusTestAfterEachCallback {

  private static final Publisher.Authorship TEST =
      new Publisher.Authorship("test", "test", "test", "The test is over", ChangeKind.editorial);

  @Override
  public void afterEach(QuarkusTestMethodContext context) {
    Standings standings = CDI.current().select(Standings.class).get();
    Publisher publisher = CDI.current().select(Publisher.class).get();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              publisher.enterInOrder();
              standings.deals().stream()
                  .filter(deal -> !deal.equals(Dossiers.BUNDLED))
                  .forEach(deal -> publisher.withdraw(standings.of(deal), TEST));
            });
  }
}
