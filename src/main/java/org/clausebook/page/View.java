package org.clausebook.page;

/** What of a deal is shown. */
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
