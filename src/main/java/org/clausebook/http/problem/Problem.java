package org.clausebook.http.problem;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.language.Text;

/** A request that failed, and why. Thrown anywhere, told in one place. */
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient Text detail;
  private final transient List<Fault> faults;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private final transient Map<String, Object> extensions = new LinkedHashMap<>();

  /**
   * One thing that is wrong.
   *
   * @param parameter the parameter or header it stands in; null when it stands in the content
   * @param pointer JSON Pointer into the content as a URI fragment (RFC 6901 §6); null for a
   *     parameter
   * @param line line of the content, from 1; null when not known
   */
  public record Fault(Text detail, String parameter, String pointer, Integer line) {

    private static final int MAX_DETAIL = 2_000;
    private static final int MAX_POINTER = 1_000;

    public Fault {
      detail = detail.clipped(MAX_DETAIL);
    }

    public static Fault parameter(String name, Text detail) {
      return new Fault(detail, name, null, null);
    }

    public static Fault content(String pointer, int line, Text detail) {
      return new Fault(detail, null, "#" + fitting(pointer), line > 0 ? line : null);
    }

    /** Where there is no room for the place itself, the nearest one around it. */
    private static String fitting(String pointer) {
      String place = pointer;
      while (place.length() >= MAX_POINTER) {
        place = place.substring(0, place.lastIndexOf('/'));
      }
      return place;
    }
  }

  Problem(ProblemType type, Text detail, List<Fault> faults) {
    // Expected answers, not bugs: no stack trace is filled in.
    super(detail.en(), null, false, false);
    this.type = type;
    this.detail = detail;
    this.faults = new ArrayList<>(faults);
  }

  /** A parameter that passes the contract and still cannot be answered. */
  public static Problem refused(String parameter, Text detail) {
    return ProblemType.INVALID_PARAMETER.because(
        Text.of("Refused: %s.", "Refusé : %s.", parameter),
        List.of(Fault.parameter(parameter, detail)));
  }

  /**
   * Refuses a period that ends before it begins: an empty answer would say that nothing happened.
   *
   * @param from null where it is open; likewise {@code until}
   * @throws Problem 400 that names both parameters
   */
  public static void refuseReversed(
      String fromName, LocalDate from, String untilName, LocalDate until) {
    if (from == null || until == null || !from.isAfter(until)) {
      return;
    }
    throw ProblemType.INVALID_PARAMETER.because(
        Text.of("Refused: %s, %s.", "Refusé : %s, %s.", fromName, untilName),
        List.of(
            Fault.parameter(
                fromName,
                Text.of(
                    "It is later than '%s' (%s).",
                    "C’est plus tard que « %s » (%s).", untilName, until)),
            Fault.parameter(
                untilName,
                Text.of(
                    "It is earlier than '%s' (%s).",
                    "C’est plus tôt que « %s » (%s).", fromName, from))));
  }

  public Problem with(Fault fault) {
    faults.add(fault);
    return this;
  }

  public Problem withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The request may be repeated as it is, after so many seconds. */
  public Problem retryAfter(int seconds) {
    return withHeader("Retry-After", Integer.toString(seconds));
  }

  /** A member beyond those of RFC 9457; the name has at least three letters (§3.2). */
  public Problem withExtension(String name, Object value) {
    extensions.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public Text detail() {
    return detail;
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public Map<String, String> headers() {
    return headers;
  }

  public Map<String, Object> extensions() {
    return extensions;
  }
}
