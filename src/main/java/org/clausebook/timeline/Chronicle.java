package org.clausebook.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.Happenings;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.PartialDate;
import org.clausebook.dossier.Reference;
import org.clausebook.http.language.Text;
import org.clausebook.revision.Edition;

/** Gathers everything dated about a deal, in order. */
final class Chronicle {

  private final Dossier dossier;
  private final Reference reference;
  private final Happenings happenings;
  private final String path;
  private final List<Entry> entries = new ArrayList<>();

  private Chronicle(Edition edition) {
    this.dossier = edition.dossier();
    this.reference = edition.reference();
    this.happenings = Happenings.of(dossier);
    this.path = "/v1/deals/" + dossier.deal();
  }

  /** By day, the less exact of two equal days first; then by kind and identifier. */
  static List<Entry> of(Edition edition) {
    Chronicle chronicle = new Chronicle(edition);
    chronicle.dossier.instruments().forEach(chronicle::add);
    for (Dossier.Clause clause : chronicle.dossier.clauses()) {
      clause.terms().forEach(term -> chronicle.add(clause, term));
    }
    chronicle.dossier.events().stream()
        .filter(event -> event.date() != null)
        .forEach(chronicle::add);
    chronicle.dossier.timeline().forEach(chronicle::add);
    chronicle.linkedRegulations().forEach(chronicle::add);
    return chronicle.entries.stream()
        .sorted(
            Comparator.comparing(Entry::date).thenComparing(Entry::kind).thenComparing(Entry::id))
        .toList();
  }

  private void add(Dossier.Instrument instrument) {
    entries.add(
        new Entry(TimelineKind.instrument, instrument.id(), instrument.date())
            .saying(instrument.title(), instrument.summary())
            .ofInstrument(instrument.id())
            .citing(instrument.cites())
            .at(path + "/instruments"));
  }

  private void add(Dossier.Clause clause, Dossier.Term term) {
    String id = clause.id() + "/" + term.from();
    entries.add(
        new Entry(TimelineKind.termBegins, id, term.from())
            .saying(
                Text.filled(
                    "%s: a term begins", "%s : une stipulation prend effet", clause.title()),
                term.text())
            .ofClause(clause.id())
            .ofInstrument(term.introducedBy())
            .citing(term.cites())
            .at(path + "/clauses/" + clause.id()));
    TermPeriod period = TermPeriod.of(term, happenings);
    if (period.until().isEmpty()) {
      return;
    }
    entries.add(
        switch (period.cause()) {
          case date -> foreseen(clause, term, id, period.until().get().minusDays(1));
          case event -> foreseen(clause, term, id, period.until().get());
          default -> replaced(clause, term, id);
        });
  }

  /** Where an instrument has since been silent, that it holds until then is not known. */
  private Entry foreseen(Dossier.Clause clause, Dossier.Term term, String id, LocalDate day) {
    Optional<Dossier.Instrument> silent =
        ClauseState.silenceAtItsEnd(dossier, clause, term, happenings);
    Text text =
        silent.isEmpty()
            ? term.end().text()
            : Text.filled(
                "%s. A later instrument is silent on it: whether the clause holds until then is not known.",
                "%s. Un acte ultérieur n’en dit rien : on ignore si la clause vaut jusque-là.",
                term.end().text());
    return ends(clause, new Entry(TimelineKind.termEnds, id, day))
        .saying(ended(clause), text)
        .foreseen(term.end(), silent.map(Dossier.Instrument::id).orElse(null))
        .citing(term.cites());
  }

  /** The instrument that ended a term is the one that has an effect on the day it ended. */
  private Entry replaced(Dossier.Clause clause, Dossier.Term term, String id) {
    List<Dossier.Effect> effects = ClauseState.changesOn(dossier, clause, term.until());
    Text text =
        effects.stream()
            .map(Dossier.Effect::text)
            .reduce((first, second) -> Text.filled("%s %s", "%s %s", first, second))
            .orElse(term.text());
    return ends(clause, new Entry(TimelineKind.termEnds, id, term.until()))
        .saying(ended(clause), text)
        .ofInstrument(effects.stream().map(Dossier.Effect::instrument).findFirst().orElse(null))
        .citing(
            effects.isEmpty()
                ? term.cites()
                : effects.stream().flatMap(each -> each.cites().stream()).distinct().toList());
  }

  private Entry ends(Dossier.Clause clause, Entry entry) {
    return entry.ofClause(clause.id()).at(path + "/clauses/" + clause.id());
  }

  private static Text ended(Dossier.Clause clause) {
    return Text.filled("%s: the term ends", "%s : la stipulation prend fin", clause.title());
  }

  private void add(Dossier.Event event) {
    entries.add(
        new Entry(TimelineKind.event, event.id(), event.date())
            .saying(event.title(), event.text())
            .citing(event.cites())
            .at(path + "/events"));
  }

  private void add(Dossier.Occurrence occurrence) {
    entries.add(
        new Entry(TimelineKind.event, occurrence.id(), occurrence.date())
            .lasting(occurrence.until())
            .saying(occurrence.title(), occurrence.text())
            .involving(occurrence.region(), occurrence.stakeholders(), occurrence.figures())
            .citing(occurrence.cites())
            .at(path));
  }

  private void add(Reference.Regulation regulation) {
    for (Reference.Milestone milestone : regulation.milestones()) {
      PartialDate date = milestone.date();
      entries.add(
          new Entry(TimelineKind.milestone, regulation.id() + "/" + milestone.id(), date)
              .coming(milestone.by(), day -> reference.hasCome(milestone, day))
              .saying(regulation.name(), milestone.text())
              .ofRegulation(regulation.id(), regulation.region())
              .citing(milestone.cites())
              .at("/v1/regulations/" + regulation.id()));
    }
  }

  private Stream<Reference.Regulation> linkedRegulations() {
    Set<String> linked =
        dossier.implications().stream()
            .flatMap(each -> each.regulations().stream())
            .map(Dossier.RegulationLink::regulation)
            .collect(Collectors.toSet());
    return reference.regulations().stream().filter(each -> linked.contains(each.id()));
  }
}
