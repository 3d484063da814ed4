package org.clausebook.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;

/**
 * A small fictional deal under a slug of its own. Closing withdraws it, so that the record shows
 * readers nothing that was not there before.
 */
public final class FictionalDeal implements AutoCloseable {

  public final String slug = "lighthouse-" + UUID.randomUUID().toString().substring(0, 8);

  /** Publishes the first edition. */
  public static FictionalDeal published() {
    FictionalDeal deal = new FictionalDeal();
    deal.create().then().statusCode(201);
    return deal;
  }

  public String address() {
    return "/v1/deals/" + slug;
  }

  public String dossier() {
    return address() + "/dossier";
  }

  /** The dossier in YAML; each edition has another title. */
  public byte[] document(int edition) {
    return Dossiers.bytes(text(edition));
  }

  /** The same, to be changed before it is sent. */
  public String text(int edition) {
    return Dossiers.LIGHTHOUSE
        .replace("deal: lighthouse", "deal: " + slug)
        .replace("notice", slug + "-notice")
        .replace("gazette", slug + "-gazette")
        .replace("en: \"Lighthouse\"", "en: \"Lighthouse " + edition + "\"");
  }

  public Response create() {
    return create(text(1));
  }

  public Response create(String document) {
    return as("curator").header("If-None-Match", "*").body(Dossiers.bytes(document)).put(dossier());
  }

  /** Publishes an edition over whatever stands. */
  public Response publish(int edition) {
    return publish(text(edition));
  }

  public Response publish(String document) {
    return as("curator").header("If-Match", tag()).body(Dossiers.bytes(document)).put(dossier());
  }

  public Response withdraw() {
    return as("admin").header("If-Match", tag()).delete(dossier());
  }

  /** The tag of the dossier in YAML; one that nothing has where there is none. */
  public String tag() {
    String tag = given().accept("application/yaml").get(dossier()).header("ETag");
    return tag == null ? "\"none\"" : tag;
  }

  /** A write with everything it needs but a condition and content. */
  public static RequestSpecification as(String... roles) {
    return given()
        .header("Authorization", "Bearer " + TestIssuer.token(roles))
        .header("Clausebook-Note", "A test")
        .contentType("application/yaml");
  }

  @Override
  public void close() {
    withdraw();
  }
}
