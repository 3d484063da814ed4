/**
 * A <em>deal</em> is a relationship between parties governed by a chain of <em>instruments</em>:
 * dated acts such as an investment, a definitive agreement or an amendment. What the chain settles
 * is in the clauses, in a room of their own.
 *
 * <p>{@link org.clausebook.deal.Deals} is how every resource below a deal reads it and cuts its
 * pages: the pages of one walk all come from the revision that the first page came from.
 */
package org.clausebook.deal;
