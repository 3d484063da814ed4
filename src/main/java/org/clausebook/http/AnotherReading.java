package org.clausebook.http;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Reads again what broke off with its connection to the database. Where one connection is lost the
 * others mostly are too, so those at rest are given up first. It is tried for a second, within the
 * time that any reader waits. What writes is never repeated: it may have been done.
 */
@ApplicationScoped
class AnotherReading {

  private static final Logger LOG = Logger.getLogger(AnotherReading.class);
  private static final String SINCE = AnotherReading.class.getName();
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PAUSE_MILLIS = 20;

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
        && System.nanoTime() - since(exchange.routing()) < PATIENCE_NANOS;
  }

  /** Begins when the first reading has let go of everything. */
  void begin(Exchange exchange, ServerRequestContext first) {
    RoutingContext routing = exchange.routing();
    routing.put(SINCE, since(routing));
    LOG.debugf("Request %s lost its connection and reads again", exchange.requestId());
    pool.flush(FlushMode.IDLE);
    first.registerCompletionCallback(
        over ->
            routing
                .vertx()
                .setTimer(
                    PAUSE_MILLIS,
                    go -> {
                      if (exchange.isAwaited()) {
                        routing.reroute(HttpMethod.GET, routing.request().uri());
                      }
                    }));
  }

  /** When this reader first lost a connection. */
  private static long since(RoutingContext routing) {
    return routing.get(SINCE, System.nanoTime());
  }
}
