/**
 * A <em>clause</em> is one subject that the parties settle, stable across instruments. A
 * <em>term</em> is what it says during a period: from its first day until the first day on which it
 * no longer holds. An <em>effect</em> is what an instrument does to a clause; to clarify or
 * reaffirm it is an effect that changes nothing.
 *
 * <p>A term ends because an instrument replaced it, or at the end that the parties foresaw: a date,
 * an event, the earlier or the later of both. Where an instrument is silent on a clause and nothing
 * published says whether it still holds, the clause is {@code notRestated}: said, not guessed.
 *
 * <p>{@link org.clausebook.clause.TermPeriod} and {@link org.clausebook.clause.ClauseState} are
 * pure functions of the dossier, a day and what has happened; whoever asks what holds, asks them.
 */
package org.clausebook.clause;
