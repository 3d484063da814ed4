package org.clausebook.revision;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two clocks a question is asked by: what was in force, and what was known. */
public class Clocks extends KnownAt {

  @Parameter(
      description =
          "The day the answer is about (RFC 3339 full-date, UTC); when absent, today, or with `dataset` the day of that publication. In the future: what is known today to hold then.",
      example = "2025-10-28")
  @QueryParam("asOf")
  public LocalDate asOf;

  /** The parameters that pin an answer about a day to the state after a publication for ever. */
  public static Map<String, String> pins(LocalDate day, long dataset) {
    Map<String, String> pins = new HashMap<>(pins(dataset));
    pins.put("asOf", day.toString());
    return pins;
  }

  /** The same knowledge of another day. */
  public static Clocks on(LocalDate day, KnownAt known) {
    Clocks clocks = new Clocks();
    clocks.asOf = day;
    clocks.knownAt = known.knownAt;
    clocks.dataset = known.dataset;
    return clocks;
  }
}
