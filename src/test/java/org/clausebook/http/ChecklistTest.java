package org.clausebook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every row of the HTTP checklist is a test of {@link ConformanceTest} that bears its number, or
 * stands here with where it is shown or why it is not held.
 */
class ChecklistTest {

  private static final Map<String, String> OTHERWISE = new TreeMap<>();

  static {
    shown("EveryOperationTest, for every operation", 9, 10, 42, 43, 44);
    shown("InvalidRequestsTest, a row of data each", 48, 58, 62, 76, 83, 84, 88);
    shown("ProblemCatalogueTest.allViolationsAreTold", 61);
    shown("ContractTest and the browser tests", 136);
    shown("FuzzTest: nothing that can be sent gives a 500", 67);
    shown("the tests of curation: it is about writing", 33, 37, 39, 40, 54, 55, 56, 57, 63, 64, 65);
    shown("the tests of curation: it is about writing", 93, 94, 95, 96, 97, 98, 99, 106, 108, 119);
    shown(
        "the tests of operation: limits, and a database that is away", 68, 100, 101, 102, 103, 104);
    shown("the tests of search", 92);
    shown("the tests of the dossier: dates, money, shares, texts, codes", 123, 124, 125, 126, 127);
    shown("the tests of the dossier: dates, money, shares, texts, codes", 128, 129);
    shown(
        "EveryOperationTest for what we answer; beyond 8 KB of address, 32 KB of header fields or 16 MB of content the server refuses by itself, without a problem: it cannot be reached from the application",
        66);
    not(
        "an address that is not percent-encoded gets a bare 400 from the server: a filter before all others is not reached (tried)",
        50);
    shown("h21 and the tag being a digest of the content: no replica knows more than another", 109);
    shown("the tests of publishing; answers are kept a minute at most unless pinned", 110);
    shown("h23h24: tags are strong, and the weak comparison is symmetric", 25);
    shown("pages of a deal are cut from one revision; others go on from an immutable key", 80);
    not("both languages at once are served by the dossier, not negotiated", 18);
    not("a dossier with a text in one language only is refused, so none is ever missing", 19);
    not("no totals are offered: nobody has needed one yet", 82);
    not("no sort, fields or expand parameters until somebody needs them (settled)", 86, 89, 90);
    not("filters by date are inclusive on both ends and say so (signedFrom, signedUntil)", 87);
    not("nothing is deprecated yet", 120, 121);
    not("a statement in the description of the contract, held by BreakingChangesTest", 122);
    not("no integer of ours comes near 2^53", 132);
  }

  @Test
  void everyRowIsATestOrStandsHere() {
    TreeSet<Integer> rows = new TreeSet<>(IntStream.rangeClosed(1, 137).boxed().toList());
    // Numbers that the checklist does not use.
    rows.removeAll(Arrays.asList(5, 28, 29, 36, 49, 79, 81, 85, 133));
    TreeSet<Integer> covered = new TreeSet<>();
    Pattern number = Pattern.compile("h([0-9]{2,3})");
    for (Method method : ConformanceTest.class.getDeclaredMethods()) {
      Matcher rowsOfTest = number.matcher(method.getName());
      while (rowsOfTest.find()) {
        covered.add(Integer.valueOf(rowsOfTest.group(1)));
      }
    }
    OTHERWISE.keySet().forEach(row -> covered.add(Integer.valueOf(row)));
    assertEquals(rows, covered);
  }

  private static void shown(String where, int... rows) {
    for (int row : rows) {
      OTHERWISE.put(Integer.toString(row), "shown by " + where);
    }
  }

  private static void not(String reason, int... rows) {
    for (int row : rows) {
      OTHERWISE.put(Integer.toString(row), "not held: " + reason);
    }
  }
}
