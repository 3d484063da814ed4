package org.clausebook.clause;

import java.time.LocalDate;
import java.util.Optional;
import org.clausebook.dossier.Dossier;

/**
 * When a term holds: from its first day until it was replaced or removed, or until its foreseen end
 * comes, whichever is earlier. A foreseen end is a date, an event, or the earlier or later of both;
 * an event that has not happened has not ended anything.
 *
 * @param until first day on which it no longer holds; empty while no end is in sight
 * @param cause what ends it
 */
public record TermPeriod(LocalDate from, Optional<LocalDate> until, Cause cause) {

  /** What ends a term. */
  public enum Cause {
    /** Nothing yet. */
    open,
    /** An instrument replaced or removed it. */
    instrument,
    /** The foreseen date came. */
    date,
    /** The event it hung on happened. */
    event
  }

  public static TermPeriod of(Dossier.Term term, Happenings happenings) {
    TermPeriod foreseen = foreseen(term, happenings);
    TermPeriod replaced = until(term.from(), Optional.ofNullable(term.until()), Cause.instrument);
    return foreseen.end().isBefore(replaced.end()) ? foreseen : replaced;
  }

  private static TermPeriod foreseen(Dossier.Term term, Happenings happenings) {
    Dossier.End end = term.end();
    if (end == null) {
      return until(term.from(), Optional.empty(), Cause.open);
    }
    Optional<LocalDate> event = Optional.ofNullable(end.event()).flatMap(happenings::day);
    Optional<LocalDate> day = end.day(event.orElse(null));
    boolean isOfDate = day.equals(Optional.ofNullable(end.until()));
    return until(term.from(), day, isOfDate ? Cause.date : Cause.event);
  }

  /** Open where there is no day to end on. */
  private static TermPeriod until(LocalDate from, Optional<LocalDate> day, Cause cause) {
    return new TermPeriod(from, day, day.isPresent() ? cause : Cause.open);
  }

  /** First day on which it no longer holds; of an open one, later than any other. */
  private LocalDate end() {
    return until.orElse(LocalDate.MAX);
  }

  /** True when its end came before it began: there is no day on which it holds. */
  public boolean isEmpty() {
    return !end().isAfter(from);
  }

  public boolean holdsOn(LocalDate day) {
    return !from.isAfter(day) && end().isAfter(day);
  }
}
