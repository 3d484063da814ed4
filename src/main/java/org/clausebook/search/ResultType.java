package org.clausebook.search;

import java.time.LocalDate;
import org.clausebook.http.Link;

/** The kinds of thing that can be found. */
public enum ResultType {
  deal,
  clause,
  term,
  instrument,
  event,
  stakeholder,
  implication,
  regulation,
  statement,
  discrepancy,
  unknown;

  /**
   * How much comes before it, other things being equal: what is written about before what is said
   * of it.
   *
   * @param deal slug of its deal; null for what all deals share
   */
  int standing(String deal) {
    return switch (this) {
      case regulation -> 11;
      case deal -> 10;
      case stakeholder -> deal == null ? 9 : 5;
      case clause -> 8;
      case implication -> 7;
      case instrument -> 6;
      case event -> 5;
      case discrepancy -> 4;
      case unknown -> 3;
      case term -> 2;
      case statement -> 1;
    };
  }

  /**
   * Where a thing of this kind is served.
   *
   * @param deal slug of its deal; null for what all deals share
   * @param since first day on which it holds; null where there is none, as of an event to come
   */
  Link address(String deal, String id, LocalDate since) {
    String of = "/v1/deals/" + deal;
    return Link.to(
        switch (this) {
          case deal -> of;
          case clause -> of + "/clauses/" + id;
          case term -> of + "/clauses/" + before(id) + "?asOf=" + id.substring(id.indexOf('/') + 1);
          case instrument -> of + "/instruments";
          case event -> of + (since == null ? "/events" : "/timeline");
          case stakeholder -> "/v1/stakeholders/" + id;
          case implication -> of + "/implications/" + id;
          case regulation -> "/v1/regulations/" + id;
          case statement -> "/v1/sources/" + before(id) + "/statements";
          case discrepancy -> of + "/discrepancies";
          case unknown -> of + "/unknowns";
        });
  }

  /**
   * The first part of an identifier that has two: the clause of a term, the source of a statement.
   */
  static String before(String id) {
    return id.substring(0, id.indexOf('/'));
  }
}
