package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AxisTest {

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
            null);
    assertEquals(List.of(Map.of("x", 0, "width", 499, "kind", "held")), bars);
  }
}
