package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clausebook.http.problem.ProblemType;
import org.clausebook.testsupport.ClausebookTest;
import org.clausebook.testsupport.ContractCheck;
import org.clausebook.testsupport.PublishedContract;
import org.clausebook.testsupport.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that must be refused, as rows of data: {@code src/test/resources/invalid-requests}. */
@ClausebookTest
class InvalidRequestsTest {

  private static final Pattern REPEATED = Pattern.compile("\\{([0-9]+)}");
  private static final ContractCheck CHECK = new ContractCheck(PublishedContract.committed());

  record Row(String title, String request, int status, String problem, String parameter) {
    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/invalid-requests"))) {
      for (Path file : files.sorted().toList()) {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
          if (!line.isBlank() && !line.startsWith("#")) {
            String[] cells = line.split("\\|");
            rows.add(
                new Row(
                    cells[0].strip(),
                    cells[1].strip(),
                    Integer.parseInt(cells[2].strip()),
                    cells[3].strip(),
                    cells[4].strip()));
          }
        }
      }
    }
    return rows.stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isRefused(Row row) throws IOException {
    String[] parts = row.request.split(" {2,}");
    String[] line = parts[0].split(" ");
    String[] headers = new String[parts.length];
    for (int i = 1; i < parts.length; i++) {
      headers[i - 1] = longer(parts[i]);
    }
    headers[parts.length - 1] = "Accept-Language: fr";
    RawHttp.Answer answer = RawHttp.send(line[0], longer(line[1]), headers);
    assertEquals(row.status, answer.status(), answer::text);
    assertEquals("application/problem+json", answer.header("Content-Type"));
    assertEquals("fr", answer.header("Content-Language"));
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertTrue(problem.path("type").asText().endsWith("/problems/" + row.problem), answer.text());
    assertTrue(
        problem.path("instance").asText().endsWith(answer.header("X-Request-Id")), answer.text());
    if (!row.parameter.equals("-")) {
      assertEquals(row.parameter, problem.at("/errors/0/parameter").asText(), answer.text());
    }
    assertFalse(answer.text().contains("org.clausebook") || answer.text().contains("java."));
    String path = line[1].replaceAll("[?].*", "");
    assertEquals(
        List.of(), CHECK.faults(line[0], path, answer.status(), answer.headers(), answer.body()));
  }

  /** What a state of its own is needed for is shown elsewhere: see the named test. */
  @Test
  void everyProblemOfReadingHasARow() throws IOException {
    List<String> rows = rows().map(Row::problem).distinct().toList();
    List<String> elsewhere =
        List.of(
            "malformed-request",
            "unauthorized",
            "forbidden",
            "conflict",
            "gone",
            "content-too-large",
            "unsupported-media-type",
            "invalid-content",
            "precondition-required",
            "quota-exceeded",
            "internal-error",
            "unavailable",
            "temporary-reduced-capacity");
    assertAll(
        Stream.of(ProblemType.values())
            .map(ProblemType::slug)
            .map(
                slug ->
                    () ->
                        assertTrue(
                            rows.contains(slug) || elsewhere.contains(slug),
                            slug + " has no row of an invalid request")));
  }

  private static String longer(String text) {
    return REPEATED
        .matcher(text)
        .replaceAll((MatchResult match) -> "x".repeat(Integer.parseInt(match.group(1))));
  }
}
