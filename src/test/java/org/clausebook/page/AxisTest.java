package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "2019, 2034, 1, 2",
    "2019, 2045, 1, 5",
    "1990, 2041, 2, 10",
    "2019, 3001, 20, 100",
    "2019, 10003, 200, 1000"
  })
  void yearsAreMarkedAsDenselyAsTheirNumberAllows(int from, int until, int marked, int named) {
    List<Map<String, Object>> years =
        new Axis(LocalDate.of(from, 1, 1), LocalDate.of(until, 1, 1)).years();
    assertTrue(years.size() <= 51, years.size() + " marks");
    assertEquals(from, years.get(0).get("year"));
    assertEquals(from + marked, years.get(1).get("year"));
    assertEquals(
        List.of(from, from + named),
        years.stream()
            .filter(each -> (boolean) each.get("isNamed"))
            .map(each -> each.get("year"))
            .limit(2)
            .toList());
  }

  /** The event came long before the date, and nothing replaced the term. */
  @Test
  void barEndsWhereTheTermDoes() throws JsonProcessingException {
    Axis axis = new Axis(LocalDate.of(2000, 1, 1), LocalDate.of(2040, 1, 1));
    var bars =
        axis.bars(
            new ObjectMapper()
                .readTree(
                    """
                    [{"from": "2000-01-01", "end": {"rule": "earlier", "until": "2031-01-01"},
                      "ending": {"cause": "event", "date": "2020-01-01"}}]
                    """),
            LocalDate.of(2026, 1, 1),
            null,
            Map.of());
    assertEquals(List.of(Map.of("x", 0, "width", 499, "kind", "held")), bars);
  }

  /** Agreed in 2005 in two steps; in 2010 somebody is silent, and nobody has spoken since. */
  @Test
  void stepThatWasAgreedBeforeASilenceIsInDoubtFromItsFirstDay() throws JsonProcessingException {
    Axis axis = new Axis(LocalDate.of(2000, 1, 1), LocalDate.of(2040, 1, 1));
    var bars =
        axis.bars(
            new ObjectMapper()
                .readTree(
                    """
                    [{"from": "2005-01-01", "introducedBy": "act", "ending": {"cause": "instrument", "date": "2020-01-01"}},
                     {"from": "2020-01-01", "introducedBy": "act"}]
                    """),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2010, 1, 1),
            Map.of("act", LocalDate.of(2005, 1, 1)));
    assertEquals(
        List.of("held", "unsure", "unsure"), bars.stream().map(each -> each.get("kind")).toList());
    assertEquals(500, bars.get(2).get("x"));
  }
}
