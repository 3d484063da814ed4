package org.clausebook.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.PartialDate;
import org.clausebook.http.Exchange;
import org.clausebook.http.MediaTypes;
import org.clausebook.http.Renderer;
import org.clausebook.http.language.Language;
import org.clausebook.http.language.Text;

/**
 * The timeline as a calendar feed (RFC 5545, with the properties of RFC 7986). Events last whole
 * days and block nobody's time. The same state of the deal gives the same bytes on the same day:
 * the time stamp is that of its publication. What is only expected is tentative, and so is the end
 * of a term of which nobody knows whether it holds until then.
 */
@ApplicationScoped
class ICalendar implements Renderer {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  @Override
  public String mediaType() {
    return MediaTypes.CALENDAR;
  }

  @Override
  public boolean renders(Object answer) {
    return answer instanceof Timeline;
  }

  @Override
  public byte[] render(Object answer, Exchange exchange) {
    Timeline timeline = (Timeline) answer;
    ContentLines lines = new ContentLines();
    Language language = exchange.language();
    String title = Text.filled("Clausebook: %s", "Clausebook : %s", timeline.title()).in(language);
    lines.add("BEGIN", "VCALENDAR");
    lines.add("VERSION", "2.0");
    lines.add("PRODID", "-//Clausebook//Timeline//" + language.tag().toUpperCase(Locale.ROOT));
    lines.add("CALSCALE", "GREGORIAN");
    lines.add("METHOD", "PUBLISH");
    lines.addText("NAME", language, title);
    lines.addText("X-WR-CALNAME", title);
    lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
    lines.add("X-PUBLISHED-TTL", "P1D");
    for (TimelineEntry entry : timeline.items()) {
      event(lines, timeline, entry, exchange);
    }
    lines.add("END", "VCALENDAR");
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void event(
      ContentLines lines, Timeline timeline, TimelineEntry entry, Exchange exchange) {
    Language language = exchange.language();
    LocalDate last =
        entry.until() == null
            ? new PartialDate(entry.date(), entry.precision()).lastDay()
            : new PartialDate(entry.until(), entry.untilPrecision()).lastDay();
    boolean isAwaited = entry.upcoming() && !last.isAfter(timeline.reading().asOf());
    lines.add("BEGIN", "VEVENT");
    lines.add("UID", uid(timeline.deal(), entry.id()));
    lines.add("DTSTAMP", stamp(timeline.reading().knownAt()));
    lines.add("DTSTART;VALUE=DATE", DAY.format(entry.date()));
    lines.add("DTEND;VALUE=DATE", DAY.format(last.plusDays(1)));
    lines.addText("SUMMARY", language, entry.title().in(language));
    lines.addText("DESCRIPTION", language, description(entry, isAwaited).in(language));
    lines.add("STATUS", isTentative(entry) ? "TENTATIVE" : "CONFIRMED");
    lines.addText("CATEGORIES", entry.kind().name());
    lines.add("URL", exchange.addresses().base() + entry.link().path());
    lines.add("TRANSP", "TRANSPARENT");
    lines.add("END", "VEVENT");
  }

  private static boolean isTentative(TimelineEntry entry) {
    boolean isOnlyExpected =
        entry.upcoming()
            && entry.citations().stream()
                .noneMatch(each -> each.mode() == Dossier.Certainty.asserted);
    return isOnlyExpected || entry.silentInstrument() != null;
  }

  /** Names the entry all over the world, always the same (RFC 7986 §5.3 asks for no host name). */
  private static String uid(String deal, String entry) {
    return UUID.nameUUIDFromBytes(
            ("clausebook/" + deal + "/" + entry).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private static String stamp(Instant instant) {
    return INSTANT.format(instant);
  }

  /** The text, that the date is no day where it is none, and whether its time has passed. */
  private static Text description(TimelineEntry entry, boolean isAwaited) {
    Text text =
        entry.precision() == PartialDate.Precision.day
            ? entry.text()
            : Text.filled(
                "%s (The day is not known.)", "%s (Le jour n’est pas connu.)", entry.text());
    return isAwaited
        ? Text.filled(
            "%s (Expected by then; not known to have happened.)",
            "%s (Attendu alors ; rien ne dit que cela ait eu lieu.)", text)
        : text;
  }
}
