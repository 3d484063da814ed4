package org.clausebook.testsupport;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** An OpenID Connect provider, as far as we see of one: it publishes keys and signs tokens. */
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {

  public static final String ISSUER = "https://issuer.test/realms/clausebook";
  public static final String AUDIENCE = "clausebook";
  public static final RsaJsonWebKey KEY = key("test-1");

  private static final List<JsonWebKey> PUBLISHED = new CopyOnWriteArrayList<>(List.of(KEY));
  private static volatile Duration delay = Duration.ZERO;
  private static volatile boolean down;

  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext(
        "/keys",
        exchange -> {
          sleep();
          if (down) {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
            return;
          }
          byte[] keys =
              new JsonWebKeySet(PUBLISHED)
                  .toJson(OutputControlLevel.PUBLIC_ONLY)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    return Map.of(
        "mp.jwt.verify.issuer", ISSUER,
        "mp.jwt.verify.audiences", AUDIENCE,
        "mp.jwt.verify.publickey.location",
            "http://localhost:" + server.getAddress().getPort() + "/keys");
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  /** Publishes another key beside those that are known. */
  public static void publish(JsonWebKey key) {
    PUBLISHED.add(key);
  }

  public static void answersAfter(Duration wait) {
    delay = wait;
  }

  public static void isDown(boolean isDown) {
    down = isDown;
  }

  private static void sleep() {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A good access token of somebody with these roles. */
  public static String token(String... roles) {
    return sign(claims(roles));
  }

  public static JwtClaims claims(String... roles) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience(AUDIENCE);
    claims.setSubject("6f0c0f5e-curator");
    claims.setExpirationTimeMinutesInTheFuture(5);
    claims.setIssuedAtToNow();
    claims.setStringListClaim("groups", roles);
    return claims;
  }

  public static String sign(JwtClaims claims) {
    JsonWebSignature signature = signature(claims);
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** To be bent before it is signed. */
  public static JsonWebSignature signature(JwtClaims claims) {
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setKey(KEY.getPrivateKey());
    signature.setKeyIdHeaderValue(KEY.getKeyId());
    signature.setAlgorithmHeaderValue("RS256");
    return signature;
  }

  public static RsaJsonWebKey key(String id) {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId(id);
      return key;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
