package org.clausebook.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every row of the checklist is a test of this package that bears its number, or stands here: with
 * the test elsewhere that shows it, or with why it is not held.
 */
class ChecklistTest {

  private static final List<Class<?>> TESTS =
      List.of(
          NegotiationTest.class,
          ConditionsTest.class,
          RoutingTest.class,
          ProblemsTest.class,
          PagesTest.class,
          WritesTest.class,
          CachingTest.class,
          FormatsTest.class,
          BehindAProxyTest.class);

  private static final Map<Integer, String> ELSEWHERE = new TreeMap<>();
  private static final Map<Integer, String> NOT_HELD = new TreeMap<>();

  static {
    shown("contract.EveryOperationTest#answersItsExampleInEveryMediaType", 9);
    shown("contract.EveryOperationTest#headTellsWhatGetTells", 10);
    shown("contract.StrainedTest#everybodyIsToldWhenTooMuchIsUnderWay", 68, 102);
    shown("contract.StrainedTest#everybodyIsToldWhenTheirQuotaIsUsedUp", 100, 101);
    notHeld("both languages at once are served by the dossier, not negotiated", 18);
    notHeld("no tag is weak, so none has to be matched by a strong one", 25);
    notHeld("a text in one language only is refused, so none is ever missing", 19);
    notHeld("no totals are offered but by the search, where they are counted anyway", 82);
    notHeld("no sort, fields or expand parameters until somebody needs them (settled)", 86, 89, 90);
    notHeld(
        "clients are told apart by the address of the connection, or of what a trusted proxy forwards",
        103);
    notHeld(
        "answers that are kept are free, 304 or not; whatever has to be worked out counts", 104);
    notHeld("nothing is deprecated yet", 120, 121);
    notHeld("a statement in the description of the contract, held by BreakingChangesTest", 122);
    notHeld("no integer comes near 2^53", 132);
  }

  /** Numbers that the checklist does not use. */
  private static final List<Integer> UNUSED = List.of(5, 28, 29, 36, 49, 79, 81, 85, 133);

  @Test
  void everyRowIsATestOrStandsHere() {
    TreeSet<Integer> rows = new TreeSet<>(IntStream.rangeClosed(1, 137).boxed().toList());
    rows.removeAll(UNUSED);
    TreeSet<Integer> covered = new TreeSet<>(ELSEWHERE.keySet());
    covered.addAll(NOT_HELD.keySet());
    Pattern number = Pattern.compile("h([0-9]{2,3})");
    TESTS.stream()
        .flatMap(test -> Stream.of(test.getDeclaredMethods()))
        .map(Method::getName)
        .forEach(
            name -> {
              Matcher row = number.matcher(name);
              while (row.find()) {
                covered.add(Integer.valueOf(row.group(1)));
              }
            });
    assertEquals(rows, covered);
  }

  @Test
  void testsNamedHereAreThere() throws ClassNotFoundException {
    List<String> missing = new ArrayList<>();
    for (String name : new TreeSet<>(ELSEWHERE.values())) {
      String[] parts = name.split("#");
      Class<?> test =
          Class.forName("org.clausebook." + parts[0], false, ChecklistTest.class.getClassLoader());
      if (Arrays.stream(test.getDeclaredMethods()).noneMatch(m -> m.getName().equals(parts[1]))) {
        missing.add(name);
      }
    }
    assertEquals(List.of(), missing);
  }

  private static void shown(String test, int... rows) {
    for (int row : rows) {
      ELSEWHERE.put(row, test);
    }
  }

  private static void notHeld(String reason, int... rows) {
    for (int row : rows) {
      NOT_HELD.put(row, reason);
    }
  }
}
