/**
 * A <em>revision</em> is one accepted state of a dossier; publishing makes it and moves the
 * dossier's pointer to it, in one transaction. Revisions and the log of publications are evidence:
 * never changed, never removed, and the database refuses it too.
 *
 * <p>The log numbers publications across all dossiers. That number, the <em>dataset</em>, is the
 * clock of the record: publications take a lock, so they become visible in the order of their
 * numbers, and {@code dataset=N} in a link pins an answer for ever (<em>cite-as</em>). The two
 * clocks of a question are {@code asOf}, the day it is about, and {@code knownAt} or {@code
 * dataset}, what was known; an {@link org.clausebook.revision.Edition} is a deal read at both.
 *
 * <p>The SQL function {@code project_revisions} writes the parts of a published document into rows
 * in the same transaction. Those rows are there for what the database must refuse by itself and for
 * questions across deals; they are projected from the document and never edited.
 */
package org.clausebook.revision;
