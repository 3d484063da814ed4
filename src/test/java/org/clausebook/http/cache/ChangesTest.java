package org.clausebook.http.cache;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChangesTest {

  private final Changes changes = new Changes();

  @Test
  void answerOfAnotherDealOutlivesAPublication() {
    changes.changed("one", 5, false);
    assertFalse(changes.isRight("/v1/deals/one/clauses", 4));
    assertTrue(changes.isRight("/v1/deals/one", 5));
    assertTrue(changes.isRight("/v1/deals/two/clauses", 4));
  }

  @Test
  void whatSpansDealsDoesNotOutliveAnyPublication() {
    changes.changed("one", 5, false);
    assertFalse(changes.isRight("/v1/deals", 4));
    assertFalse(changes.isRight("/v1/search", 4));
    assertTrue(changes.isRight("/v1/search", 5));
  }

  @Test
  void sharedReferenceTouchesEveryDeal() {
    changes.changed("reference", 7, true);
    assertFalse(changes.isRight("/v1/deals/one", 6));
    assertTrue(changes.isRight("/v1/deals/one", 7));
  }

  @Test
  void dealNamedAsThePrefixOfAnotherIsNotConfused() {
    changes.changed("one-two", 9, false);
    assertTrue(changes.isRight("/v1/deals/one/clauses", 8));
    assertFalse(changes.isRight("/v1/deals/one-two/clauses", 8));
  }
}
