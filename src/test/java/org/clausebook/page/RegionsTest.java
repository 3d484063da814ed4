package org.clausebook.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionsTest {

  private final Regions regions = new Regions(PageContext.list(served()));

  private static JsonNode served() {
    try {
      return new ObjectMapper()
          .readTree(
              """
              [{"id": "EU", "name": "Union européenne", "within": ["WORLD"]},
               {"id": "FR", "name": "France", "within": ["EU", "WORLD"]},
               {"id": "IDF", "name": "Île-de-France", "within": ["FR", "EU", "WORLD"]},
               {"id": "JP", "name": "Japon", "within": ["WORLD"]},
               {"id": "JPKANTO", "name": "Kantō", "within": ["JP", "WORLD"]},
               {"id": "WORLD", "name": "Monde", "within": []}]
              """);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anyRegionOfTheRecordGoesByItsName() {
    assertEquals("Île-de-France", regions.name("IDF"));
    assertEquals("XX", regions.name("XX"));
    assertNull(regions.name(MissingNode.getInstance()));
  }

  @Test
  void theyComeInsideOutAndElseAsServed() {
    assertEquals(
        List.of("IDF", "FR", "JPKANTO", "EU", "JP", "WORLD"),
        regions.inOrder(Set.of("WORLD", "JP", "EU", "JPKANTO", "FR", "IDF")));
    assertEquals(
        List.of("FR", "WORLD", "XX"), regions.inOrder(List.of("WORLD", "FR", "WORLD", "XX")));
  }
}
