package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clausebook.dossier.Dossier.Clause;
import org.clausebook.dossier.Dossier.Effect;
import org.clausebook.dossier.Dossier.EffectKind;
import org.clausebook.dossier.Dossier.EndRule;
import org.clausebook.dossier.Dossier.Instrument;
import org.clausebook.dossier.Dossier.Term;
import org.clausebook.dossier.References.Kind;
import org.clausebook.http.language.Text;

/**
 * What must hold between the terms of a clause, what instruments do to it, and where they are
 * silent.
 */
final class ClauseRules {

  private final Dossier dossier;
  private final DossierParser.Violations violations;
  private final References ids;
  private final Citations citations;
  private final FigureRules figures;
  private final Map<String, Instrument> instruments;
  private final Map<String, Clause> clauses;
  private final Map<String, Dossier.Event> events;

  ClauseRules(
      Dossier dossier, References ids, Citations citations, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.ids = ids;
    this.citations = citations;
    this.violations = violations;
    this.figures = new FigureRules(violations);
    this.instruments = Lists.byName(dossier.instruments(), Instrument::id);
    this.clauses = Lists.byName(dossier.clauses(), Clause::id);
    this.events = Lists.byName(dossier.events(), Dossier.Event::id);
  }

  void check() {
    ids.unique("/clauses", dossier.clauses(), Clause::id);
    References.each("/clauses", dossier.clauses(), this::check);
    References.each(
        "/instruments",
        dossier.instruments(),
        (at, instrument) ->
            References.each(
                at + "/silentOn",
                instrument.silentOn(),
                (there, id) -> checkSilence(there, instrument, id)));
  }

  private void check(String at, Clause clause) {
    ids.resolveAll(at + "/binds", clause.binds(), Kind.STAKEHOLDER);
    ids.resolveAll(at + "/benefits", clause.benefits(), Kind.STAKEHOLDER);
    ids.unique(
        at + "/effects",
        clause.effects(),
        effect ->
            effect.instrument() == null || effect.kind() == null
                ? null
                : effect.instrument() + "/" + effect.kind() + "/" + dateOf(effect));
    References.each(at + "/terms", clause.terms(), this::check);
    References.each(at + "/effects", clause.effects(), this::check);
    if (!isComplete(clause)) {
      return;
    }
    References.each(
        at + "/terms", clause.terms(), (there, term) -> checkCause(there, term, clause));
    for (int i = 1; i < clause.terms().size(); i++) {
      checkSuccession(at + "/terms/" + i, clause.terms().get(i - 1), clause.terms().get(i));
    }
    References.each(
        at + "/effects", clause.effects(), (there, effect) -> checkResult(there, effect, clause));
  }

  /** False when terms and effects cannot be held against each other: something else is amiss. */
  private boolean isComplete(Clause clause) {
    return clause.terms().stream().allMatch(term -> term != null && term.from() != null)
        && clause.effects().stream()
            .allMatch(effect -> effect != null && effect.kind() != null && dateOf(effect) != null);
  }

  private void check(String at, Term term) {
    citations.cite(at, term.cites());
    figures.checkPeriod(at, term.from(), term.until());
    figures.check(at + "/figures", term.figures());
    ids.resolve(at + "/introducedBy", term.introducedBy(), Kind.INSTRUMENT);
    Dossier.End end = term.end();
    if (end == null) {
      return;
    }
    ids.resolve(at + "/end/event", end.event(), Kind.EVENT);
    if (end.until() != null && term.from() != null && !end.until().isAfter(term.from())) {
      violations.add(
          at + "/end/until",
          Text.of(
              "The foreseen end must come after the term begins.",
              "La fin prévue doit suivre le début de la stipulation."));
    }
    LocalDate occurred = dateOf(end.event());
    if (occurred != null
        && term.from() != null
        && (end.rule() == EndRule.event || end.rule() == EndRule.earlier)
        && !occurred.isAfter(term.from())) {
      violations.add(
          at + "/end/event",
          Text.of(
              "The event '%s' occurred on %s, so this term would not hold for a single day; correct the date or the end.",
              "L’événement « %s » est survenu le %s, cette stipulation ne vaudrait donc pas un seul jour ; corrigez la date ou la fin.",
              end.event(),
              occurred));
    }
  }

  private void check(String at, Effect effect) {
    citations.cite(at, effect.cites());
    ids.resolve(at + "/instrument", effect.instrument(), Kind.INSTRUMENT);
    Instrument instrument = instruments.get(effect.instrument());
    if (effect.date() != null
        && instrument != null
        && instrument.date() != null
        && effect.date().isBefore(instrument.date())) {
      violations.add(
          at + "/date",
          Text.of(
              "The effect is dated %s, before its instrument '%s' of %s; it takes place on that day or later.",
              "L’effet est daté du %s, avant son instrument « %s » du %s ; il se produit ce jour-là ou plus tard.",
              effect.date(),
              instrument.id(),
              instrument.date()));
    }
  }

  /** Every beginning and end of a term is the work of an instrument. */
  private void checkCause(String at, Term term, Clause clause) {
    Instrument instrument = instruments.get(term.introducedBy());
    if (instrument != null) {
      List<LocalDate> changes =
          clause.effects().stream()
              .filter(effect -> instrument.id().equals(effect.instrument()))
              .filter(effect -> effect.kind().changesTerm())
              .map(this::dateOf)
              .toList();
      if (changes.isEmpty()) {
        violations.add(
            at,
            Text.of(
                "No effect says what the instrument '%s' does to the clause here; add one, such as 'substituted'.",
                "Aucun effet ne dit ce que l’instrument « %s » fait ici à la clause ; ajoutez-en un, par exemple « substituted ».",
                instrument.id()));
      } else if (!changes.contains(term.from())) {
        violations.add(
            at + "/from",
            Text.of(
                "The term begins on %s, but what the instrument '%s' does to the clause takes effect on %s; they must agree: redate one, or give the effect its own 'date'.",
                "La stipulation commence le %s, mais ce que l’instrument « %s » fait à la clause prend effet le %s ; les deux doivent concorder : redatez l’un ou l’autre, ou donnez à l’effet sa propre « date ».",
                term.from(),
                instrument.id(),
                changes.stream()
                    .map(String::valueOf)
                    .distinct()
                    .collect(Collectors.joining(", "))));
      }
    }
    if (term.until() != null && !isAccountedFor(term.until(), clause)) {
      violations.add(
          at + "/until",
          Text.of(
              "The term ends on %s, but no term begins and no effect 'removed' is dated that day; add one or leave 'until' out.",
              "La stipulation prend fin le %s, mais aucune stipulation ne commence et aucun effet « removed » n’est daté de ce jour ; ajoutez-en un ou retirez « until ».",
              term.until()));
    }
  }

  private boolean isAccountedFor(LocalDate end, Clause clause) {
    return clause.terms().stream().anyMatch(next -> end.equals(next.from()))
        || clause.effects().stream()
            .anyMatch(effect -> effect.kind() == EffectKind.removed && end.equals(dateOf(effect)));
  }

  private void checkSuccession(String at, Term earlier, Term later) {
    if (!later.from().isAfter(earlier.from())) {
      violations.add(
          at + "/from",
          Text.of(
              "Terms are listed oldest first, each from its own day; move or redate this one.",
              "Les stipulations se suivent de la plus ancienne à la plus récente, chacune à sa date ; déplacez ou redatez celle-ci."));
    } else if (holds(earlier, later.from())) {
      violations.add(
          at + "/from",
          Text.of(
              "This term overlaps the one before it; end that one with 'until: %s' at the latest.",
              "Cette stipulation chevauche la précédente ; terminez celle-ci par « until: %s » au plus tard.",
              later.from()));
    }
  }

  /** What an effect says of the clause shows in its terms. */
  private void checkResult(String at, Effect effect, Clause clause) {
    LocalDate date = dateOf(effect);
    List<Term> terms = clause.terms();
    List<Term> begun = terms.stream().filter(term -> date.equals(term.from())).toList();
    boolean begins = !begun.isEmpty();
    boolean isItsOwn =
        begun.stream().anyMatch(term -> effect.instrument().equals(term.introducedBy()));
    boolean ends = terms.stream().anyMatch(term -> date.equals(term.until()));
    if (effect.kind() == EffectKind.removed && !ends) {
      violations.add(
          at,
          Text.of(
              "'removed' is dated %s, but no term of the clause ends that day; end one or mend the effect.",
              "« removed » est daté du %s, mais aucune stipulation de la clause ne finit ce jour-là ; terminez-en une ou corrigez l’effet.",
              date));
    } else if (effect.kind() != EffectKind.removed && effect.kind().changesTerm() && !begins) {
      violations.add(
          at,
          Text.of(
              "'%s' is dated %s, but no term of the clause begins that day; add one or mend the effect.",
              "« %s » est daté du %s, mais aucune stipulation de la clause ne commence ce jour-là ; ajoutez-en une ou corrigez l’effet.",
              effect.kind(),
              date));
    } else if (!effect.kind().changesTerm()
        && (isItsOwn || terms.stream().noneMatch(term -> holds(term, date)))) {
      violations.add(
          at,
          Text.of(
              "'%s' says that the clause goes on unchanged, but on %s no term was already in force; mend one of them.",
              "« %s » dit que la clause continue inchangée, mais le %s aucune stipulation n’était déjà en vigueur ; corrigez l’un ou l’autre.",
              effect.kind(),
              date));
    } else if (effect.kind() == EffectKind.revived
        && terms.stream().noneMatch(term -> term.from().isBefore(date))) {
      violations.add(
          at + "/kind",
          Text.of(
              "Nothing of the clause held before %s, so there is nothing to revive; use 'created' here.",
              "Rien de la clause ne valait avant le %s, il n’y a donc rien à rétablir ; employez ici « created ».",
              date));
    } else if (effect.kind() == EffectKind.created
        && terms.stream().anyMatch(term -> term.from().isBefore(date))) {
      violations.add(
          at + "/kind",
          Text.of(
              "A clause is created once, by its first instrument; use 'substituted' or 'revived' here.",
              "Une clause n’est créée qu’une fois, par son premier instrument ; employez ici « substituted » ou « revived »."));
    }
  }

  private void checkSilence(String at, Instrument instrument, String id) {
    Clause clause = clauses.get(id);
    if (clause == null) {
      ids.resolve(at, id, Kind.CLAUSE);
      return;
    }
    if (clause.effects().stream()
        .anyMatch(
            effect ->
                effect != null
                    && effect.instrument() != null
                    && effect.instrument().equals(instrument.id()))) {
      violations.add(
          at,
          Text.of(
              "The instrument has an effect on '%s', so it is not silent on it; keep one of the two.",
              "L’instrument a un effet sur « %s », il n’est donc pas muet à son sujet ; gardez l’un des deux.",
              id));
    } else if (instrument.date() != null
        && isComplete(clause)
        && clause.terms().stream().noneMatch(term -> holds(term, instrument.date()))) {
      violations.add(
          at,
          Text.of(
              "'%s' was not in force on %s, so there was nothing to restate; remove it here.",
              "« %s » n’était pas en vigueur le %s, il n’y avait donc rien à reprendre ; retirez-la ici.",
              id,
              instrument.date()));
    }
  }

  /** Null while its instrument is not known. */
  private LocalDate dateOf(Effect effect) {
    Instrument instrument = instruments.get(effect.instrument());
    return instrument == null ? effect.date() : effect.dayUnder(instrument);
  }

  /** The day an event occurred; null while it has not. */
  private LocalDate dateOf(String event) {
    Dossier.Event found = event == null ? null : events.get(event);
    return found == null ? null : found.date();
  }

  private boolean holds(Term term, LocalDate day) {
    return !term.from().isAfter(day)
        && (term.until() == null || term.until().isAfter(day))
        && !isForeseenToEndBy(term.end(), day);
  }

  private boolean isForeseenToEndBy(Dossier.End end, LocalDate day) {
    return end != null
        && end.rule() != null
        && end.day(dateOf(end.event())).filter(last -> !last.isAfter(day)).isPresent();
  }
}
