package org.clausebook.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clausebook.clause.Happenings;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier;
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
    Optional<Dossier.Term> subject = prospect.subject();
    if (subject.isEmpty()) {
      reasoning.steps.add(
          Text.filled(
              "No term has begun by %s.",
              "Aucune stipulation n’a encore pris effet le %s.", DateWords.of(prospect.asOf())));
    } else {
      reasoning.tell(subject.get());
    }
    return List.copyOf(reasoning.steps);
  }

  private void tell(Dossier.Term term) {
    steps.add(
        Text.filled(
            "The term brought by “%s” began on %s.",
            "La stipulation apportée par « %s » a pris effet le %s.",
            instrument(term.introducedBy()),
            DateWords.of(term.from())));
    TermPeriod period = TermPeriod.of(term, prospect.happenings());
    if (period.cause() == TermPeriod.Cause.instrument) {
      tellInstrument(period);
    } else {
      tellForeseenEnd(term);
    }
    conclude(period);
    prospect
        .assumed()
        .term()
        .filter(other -> !other.from().equals(term.from()))
        .ifPresent(
            other ->
                steps.add(
                    Text.filled(
                        "From %s another term holds, brought by “%s”.",
                        "À partir du %s vaut une autre stipulation, apportée par « %s ».",
                        DateWords.of(other.from()),
                        instrument(other.introducedBy()))));
    if (prospect.assumed().silentInstrument() != null) {
      steps.add(
          Text.filled(
              "“%s” is silent on the clause: nothing published says whether it still holds, so this is what would hold if it did.",
              "« %s » ne dit rien de la clause : rien de publié ne dit si elle vaut encore ; c’est donc ce qui vaudrait dans ce cas.",
              instrument(prospect.assumed().silentInstrument())));
    }
  }

  private void tellInstrument(TermPeriod period) {
    steps.add(
        Text.filled(
            "A later instrument replaced or removed it on %s.",
            "Un instrument ultérieur l’a remplacée ou retirée le %s.",
            DateWords.of(period.until().orElseThrow())));
  }

  private void tellForeseenEnd(Dossier.Term term) {
    Dossier.End end = term.end();
    if (end == null) {
      steps.add(
          Text.of(
              "No end is published: neither a date nor an event ends it.",
              "Aucune échéance n’est publiée : ni date ni événement n’y met fin."));
      return;
    }
    steps.add(Text.filled("Its foreseen end: “%s”.", "Son échéance prévue : « %s ».", end.text()));
    Optional<Text> date = Optional.ofNullable(end.until()).map(DateWords::of);
    date.ifPresent(
        day ->
            steps.add(
                Text.filled(
                    "By the date, it no longer holds from %s on.",
                    "D’après la date, elle ne vaut plus à partir du %s.", day)));
    if (end.event() != null) {
      tellEvent(end.event());
    }
    if (end.rule() == Dossier.EndRule.earlier) {
      steps.add(
          Text.of(
              "The earlier of the date and the event decides.",
              "Le premier des deux, date ou événement, décide."));
    } else if (end.rule() == Dossier.EndRule.later) {
      steps.add(
          Text.of(
              "The later of the date and the event decides; until the event happens, nothing ends.",
              "Le second des deux, date ou événement, décide ; tant que l’événement n’a pas lieu, rien ne prend fin."));
    }
  }

  private void tellEvent(String id) {
    Text title =
        dossier.events().stream()
            .filter(each -> each.id().equals(id))
            .map(Dossier.Event::title)
            .findFirst()
            .orElseThrow();
    Optional<LocalDate> assumed = prospect.happenings().day(id);
    if (assumed.isEmpty()) {
      steps.add(
          Text.filled(
              "The event “%s” has not occurred and is not assumed to.",
              "L’événement « %s » ne s’est pas produit et n’est pas supposé se produire.", title));
    } else if (Happenings.of(dossier).day(id).isPresent()) {
      steps.add(
          Text.filled(
              "The event “%s” occurred on %s.",
              "L’événement « %s » s’est produit le %s.", title, DateWords.of(assumed.get())));
    } else {
      steps.add(
          Text.filled(
              "Assumed: the event “%s” occurs on %s.",
              "Supposé : l’événement « %s » se produit le %s.",
              title,
              DateWords.of(assumed.get())));
    }
  }

  private void conclude(TermPeriod period) {
    Text day = DateWords.of(prospect.asOf());
    if (period.holdsOn(prospect.asOf())) {
      steps.add(
          period
              .until()
              .map(
                  until ->
                      Text.filled(
                          "So on %s it still holds; it ends on %s.",
                          "Donc, le %s, elle vaut encore ; elle prend fin le %s.",
                          day,
                          DateWords.of(until)))
              .orElseGet(
                  () ->
                      Text.filled(
                          "So on %s it still holds, with no end in sight.",
                          "Donc, le %s, elle vaut encore, sans échéance en vue.", day)));
    } else if (period.cause() != TermPeriod.Cause.instrument) {
      steps.add(
          Text.filled(
              "So on %s it no longer holds: it ended on %s.",
              "Donc, le %s, elle ne vaut plus : elle a pris fin le %s.",
              day,
              DateWords.of(period.until().orElseThrow())));
    }
  }

  private Text instrument(String id) {
    return dossier.instruments().stream()
        .filter(each -> each.id().equals(id))
        .map(Dossier.Instrument::title)
        .findFirst()
        .orElseThrow();
  }
}
