package org.clausebook.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clausebook.clause.Happenings;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Names;
import org.clausebook.http.language.DateWords;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;

/**
 * Events that a client assumes to happen, and when.
 *
 * @param days by slug of the event, in the order given
 */
record Assumptions(Map<String, LocalDate> days) {

  private static final String PARAMETER = "assume";

  /**
   * Reads {@code event:date,event:date}.
   *
   * @param written null for no assumption
   * @throws Problem 400 when it is malformed
   */
  static Assumptions parse(String written) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    if (written != null) {
      for (String each : written.split(",", -1)) {
        String[] parts = each.split(":", -1);
        if (parts.length != 2 || parts[0].isBlank()) {
          throw malformed(each);
        }
        if (days.put(parts[0].strip(), day(parts[1].strip(), each)) != null) {
          throw Problem.refused(
              PARAMETER,
              Text.of(
                  "'%s' is assumed twice; give each event one day.",
                  "« %s » est supposé deux fois ; donnez un seul jour à chaque événement.",
                  parts[0]));
        }
      }
    }
    return new Assumptions(days);
  }

  private static LocalDate day(String written, String assumption) {
    try {
      if (written.length() == 10) {
        return LocalDate.parse(written);
      }
    } catch (DateTimeException e) {
      // Told below, with what was written.
    }
    throw malformed(assumption);
  }

  private static Problem malformed(String assumption) {
    return Problem.refused(
        PARAMETER,
        Text.of(
            "'%s' is not an event and a day of the calendar; write event:YYYY-MM-DD, such as agi-verified:2029-06-30, several separated by commas.",
            "« %s » n’est pas un événement et un jour du calendrier ; écrivez événement:AAAA-MM-JJ, par exemple agi-verified:2029-06-30, plusieurs séparés par des virgules.",
            assumption));
  }

  /**
   * What has happened and is assumed to.
   *
   * @throws Problem 400 when an event is not one of the deal's, or has already happened
   */
  Happenings in(Dossier dossier) {
    Happenings happenings = Happenings.of(dossier);
    for (Map.Entry<String, LocalDate> each : days.entrySet()) {
      Names.events(dossier).require(PARAMETER, each.getKey());
      Dossier.Event event = dossier.event(each.getKey()).orElseThrow();
      if (event.date() != null) {
        throw Problem.refused(
            PARAMETER,
            Text.filled(
                "'%s' already occurred, on %s: it cannot be assumed for another day.",
                "« %s » s’est déjà produit, le %s : il ne peut pas être supposé un autre jour.",
                Text.same(event.id()),
                DateWords.of(event.date())));
      }
      happenings = happenings.assuming(event.id(), each.getValue());
    }
    return happenings;
  }
}
