package org.clausebook.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.Happenings;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.Dossier.EventStatus;
import org.clausebook.http.language.DateWords;
import org.clausebook.http.language.Text;

/** Why a clause stands as it does in a scenario, step by step, in words. */
final class Reasoning {

  private final Prospect prospect;
  private final Dossier dossier;
  private final List<Text> steps = new ArrayList<>();

  private Reasoning(Prospect prospect) {
    this.prospect = prospect;
    this.dossier = prospect.dossier();
  }

  static List<Text> of(Prospect prospect) {
    Reasoning reasoning = new Reasoning(prospect);
    prospect.subject().ifPresentOrElse(reasoning::tell, reasoning::tellNothing);
    return List.copyOf(reasoning.steps);
  }

  private void tellNothing() {
    tell(
        "No term has begun by %s.",
        "Aucune stipulation n’a encore pris effet le %s.", DateWords.of(prospect.asOf()));
  }

  private void tell(Dossier.Term term) {
    TermPeriod period = TermPeriod.of(term, prospect.happenings());
    tell(
        period.isEmpty()
            ? "The term introduced by “%s” was to begin on %s."
            : "The term introduced by “%s” began on %s.",
        period.isEmpty()
            ? "La stipulation apportée par « %s » devait prendre effet le %s."
            : "La stipulation apportée par « %s » a pris effet le %s.",
        instrument(term.introducedBy()),
        DateWords.of(term.from()));
    if (period.cause() == TermPeriod.Cause.instrument) {
      tellInstrument(period.until().orElseThrow());
    } else {
      tellForeseenEnd(term);
    }
    if (period.cause() != TermPeriod.Cause.instrument || period.holdsOn(prospect.asOf())) {
      conclude(period);
    }
    prospect
        .assumed()
        .term()
        .filter(other -> !other.from().equals(term.from()))
        .ifPresent(this::tellSuccessor);
    if (prospect.assumed().silentInstrument() != null) {
      tell(
          "“%s” is silent on the clause, and nothing published says whether it still holds: the above assumes that it still did.",
          "« %s » ne dit rien de la clause, et rien de publié ne dit si elle vaut encore : ce qui précède suppose qu’elle valait toujours.",
          instrument(prospect.assumed().silentInstrument()));
    }
  }

  private void tellInstrument(LocalDate day) {
    Text ended =
        ClauseState.changesOn(dossier, prospect.clause(), day).stream()
            .map(effect -> instrument(effect.instrument()))
            .findFirst()
            .orElseThrow();
    if (day.isAfter(prospect.asOf())) {
      tell(
          "“%s” ends it later, on %s.",
          "« %s » y met fin plus tard, le %s.", ended, DateWords.of(day));
    } else {
      tell("“%s” ended it on %s.", "« %s » y a mis fin le %s.", ended, DateWords.of(day));
    }
  }

  private void tellSuccessor(Dossier.Term other) {
    tell(
        "From %s another term holds, introduced by “%s”.",
        "À partir du %s vaut une autre stipulation, apportée par « %s ».",
        DateWords.of(other.from()),
        instrument(other.introducedBy()));
  }

  private void tellForeseenEnd(Dossier.Term term) {
    Dossier.End end = term.end();
    if (end == null) {
      tell(
          "No end is published: neither a date nor an event ends it.",
          "Aucune échéance n’est publiée : ni date ni événement n’y met fin.");
      return;
    }
    tell("Its foreseen end: “%s”.", "Échéance prévue : « %s ».", end.text());
    if (end.until() != null) {
      tell(
          "By the date, it no longer holds from %s on.",
          "D’après la date, elle ne vaut plus à partir du %s.", DateWords.of(end.until()));
    }
    if (end.event() != null) {
      tellEvent(end.event());
    }
    if (end.rule() == Dossier.EndRule.earlier) {
      tell(
          "The earlier of the date and the event decides.",
          "De la date et de l’événement, c’est ce qui arrive en premier qui l’emporte.");
    } else if (end.rule() == Dossier.EndRule.later) {
      tell(
          "The later of the date and the event decides.",
          "De la date et de l’événement, c’est ce qui arrive en dernier qui l’emporte.");
      if (prospect.happenings().day(end.event()).isEmpty()) {
        tell(
            "Until the event happens, nothing ends.",
            "Tant que l’événement n’a pas lieu, rien ne prend fin.");
      }
    }
  }

  private void tellEvent(String id) {
    Text title = dossier.event(id).orElseThrow().title();
    Optional<Text> day = prospect.happenings().day(id).map(DateWords::of);
    if (day.isEmpty() && dossier.event(id).orElseThrow().status() == EventStatus.disputed) {
      tell(
          "Whether the event “%s” has occurred is disputed; it is taken here not to have.",
          "Il est contesté que l’événement « %s » se soit produit ; on retient ici que non.",
          title);
    } else if (day.isEmpty()) {
      tell(
          "The event “%s” has not occurred and is not assumed to.",
          "L’événement « %s » ne s’est pas produit et n’est pas supposé se produire.", title);
    } else if (Happenings.of(dossier).day(id).isPresent()) {
      tell(
          "The event “%s” occurred on %s.",
          "L’événement « %s » s’est produit le %s.", title, day.get());
    } else {
      tell(
          "Assumed: the event “%s” occurs on %s.",
          "Hypothèse : l’événement « %s » se produit le %s.", title, day.get());
    }
  }

  private void conclude(TermPeriod period) {
    Text day = DateWords.of(prospect.asOf());
    Optional<Text> until = period.until().map(DateWords::of);
    if (period.isEmpty()) {
      tell(
          "So it never held: its end came before it began.",
          "Elle n’a donc jamais pris effet : son échéance était déjà passée.");
    } else if (!period.holdsOn(prospect.asOf())) {
      tell(
          "So on %s it no longer holds: it ended on %s.",
          "Donc, le %s, elle ne vaut plus : elle a pris fin le %s.", day, until.orElseThrow());
    } else if (until.isPresent()) {
      tell(
          "So on %s it still holds, until %s.",
          "Donc, le %s, elle vaut encore, jusqu’au %s.",
          day,
          DateWords.of(period.until().get().minusDays(1)));
    } else {
      tell(
          "So on %s it still holds, with no end in sight.",
          "Donc, le %s, elle vaut encore, sans échéance en vue.", day);
    }
  }

  private void tell(String en, String fr, Text... texts) {
    steps.add(Text.filled(en, fr, texts));
  }

  private Text instrument(String id) {
    return dossier.instrument(id).orElseThrow().title();
  }
}
