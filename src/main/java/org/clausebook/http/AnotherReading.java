package org.clausebook.http;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads again what broke off with its connection to the database. Where one connection is lost the
 * others mostly are too, so those at rest are given up first. What writes is never repeated: it may
 * have been done.
 */
@ApplicationScoped
class AnotherReading {

  private static final Logger LOG = Logger.getLogger(AnotherReading.class);
  private static final String ATTEMPTS = AnotherReading.class.getName();
  private static final int MAX_ATTEMPTS = 8;
  private static final long PAUSE_MILLIS = 10;

  /** A connection that stood and is lost; not one that was never made. */
  private static final Set<String> LOST = Set.of("08003", "08006", "57P01", "57P02");

  private final AgroalDataSource pool;

  AnotherReading(AgroalDataSource pool) {
    this.pool = pool;
  }

  /** Stands for an answer that is still to come. */
  enum Due {
    AGAIN
  }

  boolean isDue(Exchange exchange, String sqlState) {
    return sqlState != null
        && LOST.contains(sqlState)
        && Gateway.reads(exchange.routing().request())
        && attempts(exchange.routing()) < MAX_ATTEMPTS;
  }

  /** Begins when the first reading has let go of everything. */
  void begin(Exchange exchange, ServerRequestContext first) {
    RoutingContext routing = exchange.routing();
    int attempt = attempts(routing) + 1;
    routing.put(ATTEMPTS, attempt);
    LOG.debugf("Request %s lost its connection and reads again", exchange.requestId());
    pool.flush(FlushMode.IDLE);
    first.registerCompletionCallback(
        over ->
            routing
                .vertx()
                .setTimer(
                    attempt * PAUSE_MILLIS,
                    go -> {
                      if (exchange.isAwaited()) {
                        routing.reroute(HttpMethod.GET, routing.request().uri());
                      }
                    }));
  }

  private static int attempts(RoutingContext routing) {
    return routing.get(ATTEMPTS, 0);
  }
}
