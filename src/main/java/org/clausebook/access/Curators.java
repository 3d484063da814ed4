package org.clausebook.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clausebook.http.Exchange;
import org.clausebook.http.Exchanges;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;
import org.jboss.logging.Logger;

/** Lets in those whose token allows it (RFC 6750), and says who they are. */
@ApplicationScoped
public class Curators {

  private static final Logger LOG = Logger.getLogger(Curators.class);
  private static final String KEY = Curator.class.getName();
  private static final String CHALLENGE = "Bearer realm=\"clausebook\"";
  private static final Pattern BEARER =
      Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([A-Za-z0-9._~+/-]+=*)");

  private final Tokens tokens;
  private final Exchanges exchanges;

  Curators(Tokens tokens, Exchanges exchanges) {
    this.tokens = tokens;
    this.exchanges = exchanges;
  }

  /** Who is writing, once admitted. */
  public Curator current() {
    return exchanges.current().routing().get(KEY);
  }

  void admit(Role needed) {
    Exchange exchange = exchanges.current();
    List<String> given = exchange.routing().request().headers().getAll("Authorization");
    if (given.isEmpty() || !given.get(0).regionMatches(true, 0, "Bearer", 0, 6)) {
      throw ProblemType.UNAUTHORIZED
          .because(
              "Send an access token: Authorization: Bearer ….",
              "Envoyez un jeton d’accès : Authorization: Bearer ….")
          .withHeader("WWW-Authenticate", CHALLENGE);
    }
    Matcher bearer = BEARER.matcher(given.get(0));
    if (given.size() > 1 || !bearer.matches()) {
      throw refused(exchange, "the header Authorization does not hold one bearer token");
    }
    Curator curator;
    try {
      curator = tokens.verify(bearer.group(1));
    } catch (Tokens.Refused e) {
      throw refused(exchange, e.getMessage());
    }
    if (!curator.may(needed)) {
      LOG.infof(
          "Request %s: %s of %s may not do this, the role '%s' is needed",
          exchange.requestId(), curator.subject(), curator.issuer(), needed);
      throw ProblemType.FORBIDDEN
          .because(
              "Your token does not carry the role '%s' that this needs.",
              "Votre jeton ne porte pas le rôle « %s » qu’il faut ici.", needed)
          .withHeader(
              "WWW-Authenticate",
              CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + needed + '"');
    }
    exchange.routing().put(KEY, curator);
  }

  /** The reason goes to the log only: it would help whoever forges tokens. */
  private static Problem refused(Exchange exchange, String reason) {
    LOG.infof("Request %s: token refused, %s", exchange.requestId(), reason);
    return ProblemType.UNAUTHORIZED
        .because(
            "The access token is not valid, or no longer; get a new one.",
            "Le jeton d’accès n’est pas valide, ou ne l’est plus ; demandez-en un nouveau.")
        .withHeader(
            "WWW-Authenticate",
            CHALLENGE
                + ", error=\"invalid_token\", error_description=\"The access token is not valid\"");
  }
}
