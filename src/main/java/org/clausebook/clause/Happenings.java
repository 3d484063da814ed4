package org.clausebook.clause;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clausebook.dossier.Dossier;

/** Which of the events that terms hang on have happened, or are assumed to, and when. */
public record Happenings(Map<String, LocalDate> days) {

  public static Happenings of(Dossier dossier) {
    Map<String, LocalDate> days = new HashMap<>();
    dossier.events().stream()
        .filter(event -> event.date() != null)
        .forEach(event -> days.put(event.id(), event.date()));
    return new Happenings(Map.copyOf(days));
  }

  public Happenings assuming(String event, LocalDate day) {
    Map<String, LocalDate> assumed = new HashMap<>(days);
    assumed.put(event, day);
    return new Happenings(Map.copyOf(assumed));
  }

  public Optional<LocalDate> day(String event) {
    return Optional.ofNullable(days.get(event));
  }
}
