package org.clausebook.curation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.Dossiers;
import org.clausebook.testsupport.FictionalDeal;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every role with every write in every state a deal can be in, each with its exact status. */
@ClausebookTest
class WhoMayWriteWhatTest {

  private static final PublishedContract CONTRACT = PublishedContract.committed();

  /** Whoever writes. */
  enum Who {
    nobody,
    forger,
    reader,
    curator,
    admin;

    RequestSpecification asks() {
      RequestSpecification request =
          given().header("Clausebook-Note", "A test").contentType("application/yaml");
      return switch (this) {
        case nobody -> request;
        case forger -> request.header("Authorization", "Bearer " + forged());
        case reader -> request.header("Authorization", "Bearer " + TestIssuer.token());
        default -> request.header("Authorization", "Bearer " + TestIssuer.token(name()));
      };
    }

    private static String forged() {
      String token = TestIssuer.token("admin");
      return token.substring(0, token.length() - 8) + "AAAAAAAA";
    }
  }

  /** What is there. */
  enum State {
    absent,
    present,
    withdrawn
  }

  /** The condition that is sent. */
  enum Condition {
    none,
    creates,
    stale,
    current
  }

  /** A write of the table, with the role that it needs. */
  enum Write {
    publishDossier("PUT", "/dossier", Who.curator),
    withdrawDossier("DELETE", "/dossier", Who.admin),
    publishPart("PUT", "/clauses/hosting", Who.curator),
    publishNewPart("PUT", "/clauses/upkeep", Who.curator),
    removeCitedPart("DELETE", "/stakeholders/microsoft", Who.curator),
    removeFreePart("DELETE", "/implications/cheaper-light", Who.curator),
    removeMissingPart("DELETE", "/clauses/nothing", Who.curator);

    final String method;
    final String path;
    final Who role;

    Write(String method, String path, Who role) {
      this.method = method;
      this.path = path;
      this.role = role;
    }

    byte[] body(FictionalDeal deal) {
      return switch (this) {
        case publishDossier -> deal.document(2);
        case publishPart -> clause(deal, "hosting", "Several hosts.");
        case publishNewPart -> clause(deal, "upkeep", "Both.");
        default -> new byte[0];
      };
    }

    /** The status for somebody who may. */
    int status(State state, Condition condition) {
      boolean part = this != publishDossier && this != withdrawDossier;
      if (state == State.absent && this != publishDossier) {
        return 404;
      }
      if (state == State.withdrawn && this != publishDossier) {
        return 410;
      }
      // Conditions are about what is there (RFC 9110 §13.2.1).
      if (this == removeMissingPart && state == State.present) {
        return 404;
      }
      if (condition == Condition.none) {
        return 428;
      }
      boolean there = state == State.present && this != publishNewPart;
      if (condition == Condition.creates) {
        return there ? 412 : 201;
      }
      if (condition == Condition.stale || (!there && !part)) {
        return 412;
      }
      return switch (this) {
        case withdrawDossier -> 204;
        case publishNewPart -> 201;
        case removeCitedPart -> 409;
        default -> 200;
      };
    }

    private static byte[] clause(FictionalDeal deal, String id, String text) {
      return Dossiers.bytes(
          """
          id: %2$s
          theme: cloudAndCompute
          title: {fr: "Phare", en: "Lamp"}
          subject: {fr: "Qui ?", en: "Who?"}
          terms:
            - from: 2024-05-02
              introducedBy: first-act
              text: {fr: "Oui.", en: "%3$s"}
              cites: [%1$s-notice/n1]
          effects:
            - instrument: first-act
              kind: created
              text: {fr: "Née.", en: "Born."}
              cites: [%1$s-notice/n1]
          """
              .formatted(deal.slug, id, text));
    }
  }

  @ParameterizedTest
  @EnumSource(Write.class)
  void everyRoleInEveryStateIsToldItsStatus(Write write) {
    List<String> wrong = new ArrayList<>();
    for (State state : State.values()) {
      FictionalDeal deal = in(state);
      for (Condition condition : Condition.values()) {
        for (Who who : Who.values()) {
          check(write, deal, state, condition, who)
              .ifPresent(
                  fault ->
                      wrong.add(String.join(" ", "" + state, "" + condition, "" + who) + fault));
          if (expected(write, state, condition, who) < 400) {
            deal.close();
            deal = in(state);
          }
        }
      }
      deal.close();
    }
    assertEquals(List.of(), wrong);
  }

  private static Optional<String> check(
      Write write, FictionalDeal deal, State state, Condition condition, Who who) {
    int expected = expected(write, state, condition, who);
    ValidatableResponse answer = send(write, deal, condition, who);
    int found = answer.extract().statusCode();
    if (found != expected) {
      return Optional.of(": " + found + " instead of " + expected);
    }
    if (found >= 400) {
      answer.contentType("application/problem+json").body("status", equalTo(expected));
      int read = given().get(deal.address()).statusCode();
      assertEquals(
          state == State.present ? 200 : state == State.absent ? 404 : 410,
          read,
          "what is refused changes nothing");
    }
    if (found == 401 || found == 403) {
      answer.header("WWW-Authenticate", startsWith("Bearer realm=\"clausebook\""));
    }
    return Optional.empty();
  }

  private static int expected(Write write, State state, Condition condition, Who who) {
    if (who == Who.nobody || who == Who.forger) {
      return 401;
    }
    if (who != Who.admin && who != write.role) {
      return 403;
    }
    return write.status(state, condition);
  }

  private static ValidatableResponse send(
      Write write, FictionalDeal deal, Condition condition, Who who) {
    RequestSpecification request = who.asks();
    switch (condition) {
      case none -> {}
      case creates -> request.header("If-None-Match", "*");
      case stale -> request.header("If-Match", "\"another\"");
      case current -> request.header("If-Match", deal.tag());
    }
    byte[] body = write.body(deal);
    return (body.length == 0 ? request : request.body(body))
        .request(write.method, deal.address() + write.path)
        .then();
  }

  private static FictionalDeal in(State state) {
    FictionalDeal deal = new FictionalDeal();
    if (state != State.absent) {
      deal.create().then().statusCode(201);
    }
    if (state == State.withdrawn) {
      deal.withdraw().then().statusCode(204);
    }
    return deal;
  }

  @Test
  void whatIsStillReferredToIsNotRemovedAndTheReferrersAreNamed() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      FictionalDeal.as("curator")
          .header("If-Match", deal.tag())
          .delete(deal.address() + "/clauses/hosting")
          .then()
          .statusCode(409)
          .body(
              "errors.detail",
              hasItem(
                  "This still refers to 'hosting'; take the reference out first. (In the dossier: instruments 'second-act'.)"));
      FictionalDeal.as("curator")
          .header("If-Match", deal.tag())
          .delete(deal.address() + "/clauses/fee")
          .then()
          .statusCode(409)
          .body(
              "errors.detail",
              hasItem(
                  "This still refers to 'fee/2025-06-03'; take the reference out first. (In the dossier: unknowns 'the-cap'.)"));
      FictionalDeal.as("curator")
          .header("If-Match", deal.tag())
          .delete(deal.address() + "/stakeholders/microsoft")
          .then()
          .statusCode(409)
          .body("errors.detail", hasItem(containsString("(In the dossier: ")));
    }
  }

  @Test
  void partOfAnotherNameThanItsAddressIsRefused() {
    try (FictionalDeal deal = FictionalDeal.published()) {
      FictionalDeal.as("curator")
          .header("If-Match", deal.tag())
          .body(Dossiers.bytes("id: another\n"))
          .put(deal.address() + "/clauses/hosting")
          .then()
          .statusCode(422)
          .body("errors[0].pointer", equalTo("#/id"));
    }
  }

  /** From the contract: whoever adds a write without a role learns it here. */
  static Stream<PublishedContract.Operation> writes() {
    return CONTRACT.operations().stream().filter(each -> !each.method().equals("GET"));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void everyWriteOfTheContractAsksForARole(PublishedContract.Operation operation) {
    JsonNode security = operation.node().path("security");
    assertEquals(1, security.size(), "no security is documented");
    String role = security.path(0).path("token").path(0).asText();
    String path =
        operation.template().replaceAll("\\{(deal|clause|stakeholder|implication)}", "nothing");
    for (Who who : List.of(Who.nobody, Who.forger)) {
      who.asks()
          .header("If-Match", "\"x\"")
          .request(operation.method(), path)
          .then()
          .statusCode(401)
          .header("WWW-Authenticate", startsWith("Bearer realm=\"clausebook\""));
    }
    Who.reader
        .asks()
        .header("If-Match", "\"x\"")
        .request(operation.method(), path)
        .then()
        .statusCode(403)
        .header("WWW-Authenticate", org.hamcrest.Matchers.containsString("scope=\"" + role + '"'));
  }

  /** The method of another operation is no way around a role. */
  @Test
  void swappedMethodsAreRefusedWhateverTheRole() {
    Set<String> addresses = new TreeSet<>();
    writes().forEach(each -> addresses.add(each.template()));
    for (String template : addresses) {
      String path = template.replaceAll("\\{[a-z]+}", "nothing");
      Set<String> allowed = new TreeSet<>();
      CONTRACT.operations().stream()
          .filter(each -> each.template().equals(template))
          .forEach(each -> allowed.add(each.method()));
      for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
        if (!allowed.contains(method)) {
          for (Who who : Who.values()) {
            who.asks().request(method, path).then().statusCode(405);
          }
        }
      }
      Who.admin
          .asks()
          .header("X-HTTP-Method-Override", "DELETE")
          .get(path)
          .then()
          .statusCode(
              !allowed.contains("GET") ? 405 : template.startsWith("/v1/reference") ? 200 : 404);
    }
  }
}
