package org.clausebook.page;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a deal is shown. */
@Schema(name = "PageSubject", description = "What of a deal the page shows.")
public enum View {
  deal,
  clause,
  europe,
  people,
  article,
  timeline,
  comparison,
  search;

  /** Whether it has a place in the menu: a clause is reached from the deal, a search by asking. */
  boolean isInMenu() {
    return this != clause && this != search;
  }
}
