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
    /** A later instrument replaced or removed it. */
    instrument,
    /** The foreseen date came. */
    date,
    /** The event it hung on happened. */
    event
  }

  public static TermPeriod of(Dossier.Term term, Happenings happenings) {
    TermPeriod foreseen =
        term.end() == null
            ? new TermPeriod(term.from(), Optional.empty(), Cause.open)
            : foreseen(term.from(), term.end(), happenings);
    if (term.until() == null
        || foreseen.until.filter(day -> day.isBefore(term.until())).isPresent()) {
      return foreseen;
    }
    return new TermPeriod(term.from(), Optional.of(term.until()), Cause.instrument);
  }

  private static TermPeriod foreseen(LocalDate from, Dossier.End end, Happenings happenings) {
    Optional<LocalDate> date = Optional.ofNullable(end.until());
    Optional<LocalDate> event = Optional.ofNullable(end.event()).flatMap(happenings::day);
    return switch (end.rule()) {
      case date -> new TermPeriod(from, date, Cause.date);
      case event -> new TermPeriod(from, event, event.isPresent() ? Cause.event : Cause.open);
      case earlier ->
          event.filter(day -> day.isBefore(date.orElse(LocalDate.MAX))).isPresent()
              ? new TermPeriod(from, event, Cause.event)
              : new TermPeriod(from, date, Cause.date);
      case later ->
          event.isEmpty()
              ? new TermPeriod(from, Optional.empty(), Cause.open)
              : event.get().isAfter(date.orElse(LocalDate.MIN))
                  ? new TermPeriod(from, event, Cause.event)
                  : new TermPeriod(from, date, Cause.date);
    };
  }

  /** True when its end came before it began: there is no day on which it holds. */
  public boolean isEmpty() {
    return until.filter(day -> !day.isAfter(from)).isPresent();
  }

  public boolean holdsOn(LocalDate day) {
    return !from.isAfter(day) && until.map(day::isBefore).orElse(true);
  }
}
