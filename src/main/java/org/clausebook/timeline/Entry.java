package org.clausebook.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.PartialDate;
import org.clausebook.http.Link;
import org.clausebook.http.language.Text;
import org.clausebook.source.Facts;

/** An entry of the timeline while it is put together; what is not said of it stays null. */
final class Entry {

  private final TimelineKind kind;
  private final String id;
  private final PartialDate date;
  private LocalDate by;
  private PartialDate until;
  private Predicate<LocalDate> hasCome;
  private Text title;
  private Text text;
  private String clause;
  private Dossier.End end;
  private String silentInstrument;
  private String instrument;
  private String regulation;
  private String region;
  private List<String> stakeholders = List.of();
  private List<Dossier.Figure> figures = List.of();
  private List<String> cites = List.of();
  private Link link;

  Entry(TimelineKind kind, String id, PartialDate date) {
    this.kind = kind;
    this.id = id;
    this.date = date;
    this.hasCome = date::hasCome;
  }

  Entry(TimelineKind kind, String id, LocalDate date) {
    this(kind, id, new PartialDate(date, PartialDate.Precision.day));
  }

  Entry lasting(PartialDate until) {
    this.until = until;
    return this;
  }

  /**
   * Of what more is known of when it is past than its date.
   *
   * @param by day by which it had happened; null where that is not known
   */
  Entry coming(LocalDate by, Predicate<LocalDate> hasCome) {
    this.by = by;
    this.hasCome = hasCome;
    return this;
  }

  Entry saying(Text title, Text text) {
    this.title = title;
    this.text = text;
    return this;
  }

  Entry ofClause(String clause) {
    this.clause = clause;
    return this;
  }

  /**
   * Of a term that ends as foreseen.
   *
   * @param silentInstrument slug of the instrument that has since been silent; null for none
   */
  Entry foreseen(Dossier.End end, String silentInstrument) {
    this.end = end;
    this.silentInstrument = silentInstrument;
    return this;
  }

  Entry ofInstrument(String instrument) {
    this.instrument = instrument;
    return this;
  }

  Entry ofRegulation(String regulation, String region) {
    this.regulation = regulation;
    this.region = region;
    return this;
  }

  Entry involving(String region, List<String> stakeholders, List<Dossier.Figure> figures) {
    this.region = region;
    this.stakeholders = stakeholders;
    this.figures = figures;
    return this;
  }

  Entry citing(List<String> cites) {
    this.cites = cites;
    return this;
  }

  Entry at(String path) {
    this.link = Link.to(path);
    return this;
  }

  TimelineKind kind() {
    return kind;
  }

  String id() {
    return kind + "/" + id;
  }

  PartialDate date() {
    return date;
  }

  /** True when some of its days lie in the period. */
  boolean touches(LocalDate from, LocalDate before) {
    LocalDate last = (until == null ? date : until).lastDay();
    return (from == null || !last.isBefore(from))
        && (before == null || date.day().isBefore(before));
  }

  /** Empty, and counted as hidden, when the evidence policy admits nothing that bears it out. */
  Optional<TimelineEntry> view(Facts facts) {
    return facts
        .admit(cites)
        .map(
            citations -> {
              var disputing = facts.contradicting(cites);
              return new TimelineEntry(
                  id(),
                  kind,
                  date.day(),
                  date.precision(),
                  by,
                  until == null ? null : until.day(),
                  until == null ? null : until.precision(),
                  !hasCome.test(facts.edition().asOf()),
                  title,
                  text,
                  clause,
                  end,
                  silentInstrument,
                  instrument,
                  regulation,
                  region,
                  stakeholders,
                  figures,
                  !disputing.isEmpty(),
                  disputing,
                  Facts.strongest(citations),
                  citations,
                  link);
            });
  }
}
