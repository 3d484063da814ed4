package org.clausebook.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Says at the end of a start where things are, to somebody who sees it for the first time. */
@ApplicationScoped
class Greeting {

  private static final Logger LOG = Logger.getLogger(Greeting.class);

  private final String base;

  Greeting(HttpConfig config) {
    this.base = config.publicUrl().toString();
  }

  void greet(@Observes @Priority(3000) StartupEvent start) {
    LOG.infof(
        "Clausebook is at %s/ (the API at %s/v1, Swagger UI at %s/swagger-ui, the contract at %s/openapi)",
        base, base, base, base);
  }
}
