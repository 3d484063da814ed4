package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clausebook.dossier.Dossier.Clause;
import org.clausebook.dossier.Dossier.Effect;
import org.clausebook.dossier.Dossier.EffectKind;
import org.clausebook.dossier.Dossier.Instrument;
import org.clausebook.dossier.Dossier.Term;
import org.clausebook.http.language.Text;

/**
 * What must hold between the parts of a dossier, beyond its form. Values of the wrong form were
 * reported already and are null here: rules pass over them.
 */
final class DossierRules {

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private final Dossier dossier;
  private final DossierParser.Violations violations;
  private final References ids;
  private final Citations citations;
  private final Set<String> regions;
  private final Set<String> stakeholders;
  private final Set<String> regulations;
  private final Map<String, Instrument> instruments = new HashMap<>();

  DossierRules(Dossier dossier, Reference reference, DossierParser.Violations violations) {
    this.dossier = dossier;
    this.violations = violations;
    this.ids = new References(violations);
    this.citations = new Citations(violations, dossier.sources(), reference.sources());
    this.regions = identifiers(reference.regions(), Reference.Region::id);
    this.stakeholders = identifiers(reference.stakeholders(), Reference.Stakeholder::id);
    this.regulations = identifiers(reference.regulations(), Reference.Regulation::id);
    dossier.instruments().stream()
        .filter(instrument -> instrument != null && instrument.id() != null)
        .forEach(instrument -> instruments.putIfAbsent(instrument.id(), instrument));
  }

  void check() {
    if ("reference".equals(dossier.deal())) {
      violations.add(
          "/deal",
          Text.of(
              "'reference' is the name of the shared reference; choose another.",
              "« reference » est le nom de la référence partagée ; choisissez-en un autre."));
    }
    ids.resolveAll("/parties", dossier.parties(), stakeholders, References.STAKEHOLDER);
    citations.use("/cites", dossier.cites());
    checkInstruments();
    checkEvents();
    Set<String> clauses = ids.unique("/clauses", dossier.clauses(), Clause::id);
    References.each("/clauses", dossier.clauses(), this::checkClause);
    checkSilence();
    checkStakeholders();
    checkImplications(clauses);
    checkDiscrepancies(clauses);
    checkUnknowns();
    checkTimeline();
    citations.noStatementIsLeftHanging();
  }

  private void checkInstruments() {
    ids.unique("/instruments", dossier.instruments(), Instrument::id);
    LocalDate last = LocalDate.MIN;
    for (int i = 0; i < dossier.instruments().size(); i++) {
      Instrument instrument = dossier.instruments().get(i);
      if (instrument == null) {
        continue;
      }
      String at = "/instruments/" + i;
      citations.cite(at, instrument.cites());
      if (instrument.date() != null) {
        if (instrument.date().isBefore(last)) {
          violations.add(
              at + "/date",
              Text.of(
                  "Instruments are listed oldest first; move this one up.",
                  "Les instruments se suivent du plus ancien au plus récent ; remontez celui-ci."));
        }
        last = instrument.date();
      }
    }
  }

  private void checkEvents() {
    ids.unique("/events", dossier.events(), Dossier.Event::id);
    References.each(
        "/events",
        dossier.events(),
        (at, event) -> {
          citations.cite(at, event.cites());
          boolean occurred = event.status() == Dossier.EventStatus.occurred;
          if (event.status() != null && occurred != (event.date() != null)) {
            violations.add(
                at,
                Text.of(
                    "An event has a date exactly when its status is 'occurred'; give both or neither.",
                    "Un événement a une date si et seulement si son statut est « occurred » ; donnez les deux ou aucun."));
          }
        });
  }

  private void checkClause(String at, Clause clause) {
    ids.resolveAll(at + "/binds", clause.binds(), stakeholders, References.STAKEHOLDER);
    ids.resolveAll(at + "/benefits", clause.benefits(), stakeholders, References.STAKEHOLDER);
    References.each(at + "/terms", clause.terms(), (there, term) -> checkTerm(there, term, clause));
    for (int i = 1; i < clause.terms().size(); i++) {
      checkSuccession(at + "/terms/" + i, clause.terms().get(i - 1), clause.terms().get(i));
    }
    ids.unique(
        at + "/effects",
        clause.effects(),
        effect ->
            effect.instrument() == null || effect.kind() == null
                ? null
                : effect.instrument() + "/" + effect.kind());
    References.each(
        at + "/effects", clause.effects(), (there, effect) -> checkEffect(there, effect, clause));
  }

  private void checkTerm(String at, Term term, Clause clause) {
    citations.cite(at, term.cites());
    checkPeriod(at, term.from(), term.until());
    checkFigures(at + "/figures", term.figures());
    ids.resolve(
        at + "/introducedBy", term.introducedBy(), instruments.keySet(), References.INSTRUMENT);
    Instrument instrument = instruments.get(term.introducedBy());
    if (instrument != null && term.from() != null && instrument.date() != null) {
      if (!term.from().equals(instrument.date())) {
        violations.add(
            at + "/from",
            Text.of(
                "The term begins on %s, but the instrument '%s' that introduces it is dated %s; they must agree.",
                "La stipulation commence le %s, mais l’instrument « %s » qui l’introduit date du %s ; les deux doivent concorder.",
                term.from(),
                instrument.id(),
                instrument.date()));
      }
      if (clause.effects().stream()
          .noneMatch(
              effect ->
                  effect != null
                      && instrument.id().equals(effect.instrument())
                      && effect.kind() != null
                      && effect.kind().changesTerm())) {
        violations.add(
            at,
            Text.of(
                "No effect says what the instrument '%s' does to the clause here; add one, such as 'substituted'.",
                "Aucun effet ne dit ce que l’instrument « %s » fait ici à la clause ; ajoutez-en un, par exemple « substituted ».",
                instrument.id()));
      }
    }
    if (term.until() != null && !endIsAccountedFor(term, clause)) {
      violations.add(
          at + "/until",
          Text.of(
              "The term ends on %s, but no term begins and no effect 'removed' is dated that day; add one or leave 'until' out.",
              "La stipulation prend fin le %s, mais aucune stipulation ne commence et aucun effet « removed » n’est daté de ce jour ; ajoutez-en un ou retirez « until ».",
              term.until()));
    }
    checkEnd(at + "/end", term);
  }

  private boolean endIsAccountedFor(Term term, Clause clause) {
    return clause.terms().stream()
            .anyMatch(next -> next != null && term.until().equals(next.from()))
        || clause.effects().stream()
            .anyMatch(
                effect ->
                    effect != null
                        && effect.kind() == EffectKind.removed
                        && term.until().equals(dateOf(effect)));
  }

  private void checkEnd(String at, Term term) {
    Dossier.End end = term.end();
    if (end == null) {
      return;
    }
    ids.resolve(
        at + "/event",
        end.event(),
        identifiers(dossier.events(), Dossier.Event::id),
        References.EVENT);
    if (end.until() != null && term.from() != null && !end.until().isAfter(term.from())) {
      violations.add(
          at + "/until",
          Text.of(
              "The foreseen end must come after the term begins.",
              "La fin prévue doit suivre le début de la stipulation."));
    }
  }

  private void checkSuccession(String at, Term earlier, Term later) {
    if (earlier == null || later == null || earlier.from() == null || later.from() == null) {
      return;
    }
    if (!later.from().isAfter(earlier.from())) {
      violations.add(
          at + "/from",
          Text.of(
              "Terms are listed oldest first, each from its own day; move or redate this one.",
              "Les stipulations se suivent de la plus ancienne à la plus récente, chacune à sa date ; déplacez ou redatez celle-ci."));
    } else if (earlier.until() == null || earlier.until().isAfter(later.from())) {
      violations.add(
          at + "/from",
          Text.of(
              "This term overlaps the one before it; end that one with 'until: %s' at the latest.",
              "Cette stipulation chevauche la précédente ; terminez celle-ci par « until: %s » au plus tard.",
              later.from()));
    }
  }

  private void checkEffect(String at, Effect effect, Clause clause) {
    citations.cite(at, effect.cites());
    ids.resolve(
        at + "/instrument", effect.instrument(), instruments.keySet(), References.INSTRUMENT);
    LocalDate date = dateOf(effect);
    if (date == null || effect.kind() == null) {
      return;
    }
    boolean begins = clause.terms().stream().anyMatch(t -> t != null && date.equals(t.from()));
    boolean ends = clause.terms().stream().anyMatch(t -> t != null && date.equals(t.until()));
    boolean holds = clause.terms().stream().anyMatch(t -> t != null && holds(t, date));
    boolean first =
        clause.terms().stream()
            .allMatch(t -> t == null || t.from() == null || !t.from().isBefore(date));
    if (effect.kind() == EffectKind.removed ? !ends : effect.kind().changesTerm() && !begins) {
      violations.add(
          at,
          Text.of(
              "The effect '%s' is dated %s, but no term of the clause %s that day; mend the effect or the terms.",
              "L’effet « %s » est daté du %s, mais aucune stipulation de la clause ne %s ce jour-là ; corrigez l’effet ou les stipulations.",
              effect.kind(),
              date,
              effect.kind() == EffectKind.removed ? "until/fin" : "from/début"));
    }
    if (!effect.kind().changesTerm() && (begins || !holds)) {
      violations.add(
          at,
          Text.of(
              "'%s' says that the clause goes on unchanged, but on %s no term was already in force; mend one of them.",
              "« %s » dit que la clause continue inchangée, mais le %s aucune stipulation n’était déjà en vigueur ; corrigez l’un ou l’autre.",
              effect.kind(),
              date));
    }
    if (effect.kind() == EffectKind.created && !first) {
      violations.add(
          at + "/kind",
          Text.of(
              "A clause is created once, by its first instrument; use 'substituted' or 'revived' here.",
              "Une clause n’est créée qu’une fois, par son premier instrument ; employez ici « substituted » ou « revived »."));
    }
  }

  private void checkSilence() {
    References.each(
        "/instruments",
        dossier.instruments(),
        (at, instrument) ->
            References.each(
                at + "/silentOn",
                instrument.silentOn(),
                (there, id) -> checkSilence(there, instrument, id)));
  }

  private void checkSilence(String at, Instrument instrument, String id) {
    Clause clause =
        dossier.clauses().stream()
            .filter(each -> each != null && id.equals(each.id()))
            .findFirst()
            .orElse(null);
    if (clause == null) {
      ids.resolve(at, id, identifiers(dossier.clauses(), Clause::id), References.CLAUSE);
      return;
    }
    if (clause.effects().stream()
        .anyMatch(effect -> effect != null && instrument.id().equals(effect.instrument()))) {
      violations.add(
          at,
          Text.of(
              "The instrument has an effect on '%s', so it is not silent on it; keep one of the two.",
              "L’instrument a un effet sur « %s », il n’est donc pas muet à son sujet ; gardez l’un des deux.",
              id));
    }
    if (instrument.date() != null
        && clause.terms().stream().noneMatch(t -> t != null && holds(t, instrument.date()))) {
      violations.add(
          at,
          Text.of(
              "'%s' was not in force on %s, so there was nothing to restate; remove it here.",
              "« %s » n’était pas en vigueur le %s, il n’y avait donc rien à reprendre ; retirez-la ici.",
              id,
              instrument.date()));
    }
  }

  private void checkStakeholders() {
    Set<String> present =
        ids.unique("/stakeholders", dossier.stakeholders(), Dossier.Stakeholder::stakeholder);
    References.each(
        "/parties",
        dossier.parties(),
        (at, party) -> {
          if (stakeholders.contains(party) && !present.contains(party)) {
            violations.add(
                at,
                Text.of(
                    "The party '%s' does not stand among the stakeholders; add it there with its role.",
                    "La partie « %s » ne figure pas parmi les parties prenantes ; ajoutez-la avec son rôle.",
                    party));
          }
        });
    References.each(
        "/stakeholders",
        dossier.stakeholders(),
        (at, stakeholder) -> {
          ids.resolve(
              at + "/stakeholder", stakeholder.stakeholder(), stakeholders, References.STAKEHOLDER);
          citations.cite(at, stakeholder.cites());
          References.each(
              at + "/facts",
              stakeholder.facts(),
              (there, fact) -> citations.cite(there, fact.cites()));
          checkHoldings(at + "/holdings", stakeholder.holdings());
        });
  }

  private void checkHoldings(String at, List<Dossier.Holding> holdings) {
    Map<String, Dossier.Holding> last = new HashMap<>();
    References.each(
        at,
        holdings,
        (there, holding) -> {
          ids.resolve(there + "/of", holding.of(), stakeholders, References.STAKEHOLDER);
          citations.cite(there, holding.cites());
          checkPeriod(there, holding.from(), holding.until());
          checkAmount(there + "/value", holding.value());
          Dossier.Holding before = last.put(holding.of(), holding);
          if (before != null
              && holding.from() != null
              && (before.until() == null || before.until().isAfter(holding.from()))) {
            violations.add(
                there + "/from",
                Text.of(
                    "This holding overlaps the one before it; end that one with 'until'.",
                    "Cette participation chevauche la précédente ; terminez celle-ci par « until »."));
          }
        });
  }

  private void checkImplications(Set<String> clauses) {
    ids.unique("/implications", dossier.implications(), Dossier.Implication::id);
    References.each(
        "/implications",
        dossier.implications(),
        (at, implication) -> {
          citations.cite(at, implication.cites());
          ids.resolve(at + "/region", implication.region(), regions, References.REGION);
          ids.resolveAll(
              at + "/stakeholders",
              implication.stakeholders(),
              stakeholders,
              References.STAKEHOLDER);
          ids.unique(at + "/clauses", implication.clauses(), Dossier.ClauseLink::clause);
          ids.unique(
              at + "/regulations", implication.regulations(), Dossier.RegulationLink::regulation);
          References.each(
              at + "/clauses",
              implication.clauses(),
              (there, link) -> {
                ids.resolve(there + "/clause", link.clause(), clauses, References.CLAUSE);
                checkBasis(there, link.basis(), link.cites());
              });
          References.each(
              at + "/regulations",
              implication.regulations(),
              (there, link) -> {
                ids.resolve(
                    there + "/regulation", link.regulation(), regulations, References.REGULATION);
                checkBasis(there, link.basis(), link.cites());
              });
        });
  }

  private void checkBasis(String at, Dossier.Basis basis, List<String> cites) {
    citations.cite(at, cites);
    if (basis == Dossier.Basis.editorial && !cites.isEmpty()) {
      violations.add(
          at + "/basis",
          Text.of(
              "An editorial link is ours and cites nobody; drop 'cites' or mark the link 'stated'.",
              "Un lien éditorial est le nôtre et ne cite personne ; retirez « cites » ou marquez le lien « stated »."));
    }
  }

  private void checkDiscrepancies(Set<String> clauses) {
    ids.unique("/discrepancies", dossier.discrepancies(), Dossier.Discrepancy::id);
    Set<String> sources = identifiers(dossier.sources(), Source::id);
    References.each(
        "/discrepancies",
        dossier.discrepancies(),
        (at, discrepancy) -> {
          citations.cite(at, discrepancy.cites());
          citations.use(at + "/statements", discrepancy.statements());
          ids.resolveAll(at + "/clauses", discrepancy.clauses(), clauses, References.CLAUSE);
          ids.resolve(at + "/source", discrepancy.source(), sources, References.SOURCE);
          References.each(
              at + "/statements",
              discrepancy.statements(),
              (there, statement) -> {
                if (discrepancy.source() != null
                    && !statement.startsWith(discrepancy.source() + "/")) {
                  violations.add(
                      there,
                      Text.of(
                          "The statement is not one of the source '%s' whose discrepancy this is.",
                          "L’affirmation n’est pas de la source « %s » dont c’est ici l’écart.",
                          discrepancy.source()));
                }
              });
          if (discrepancy.statements().isEmpty()
              && discrepancy.verdict() != null
              && discrepancy.verdict() != Dossier.Verdict.omission
              && discrepancy.verdict() != Dossier.Verdict.outdated) {
            violations.add(
                at + "/statements",
                Text.of(
                    "Name the statements at fault; only an omission has none.",
                    "Nommez les affirmations en cause ; seule une omission n’en a pas."));
          }
          if (discrepancy.cites().isEmpty()
              && (discrepancy.verdict() == Dossier.Verdict.contradicted
                  || discrepancy.verdict() == Dossier.Verdict.outdated)) {
            violations.add(
                at + "/cites",
                Text.of(
                    "Cite the better evidence that contradicts the source.",
                    "Citez la meilleure preuve qui contredit la source."));
          }
        });
  }

  private void checkUnknowns() {
    ids.unique("/unknowns", dossier.unknowns(), Dossier.Unknown::id);
    Set<String> terms = new HashSet<>();
    for (Clause clause : dossier.clauses()) {
      if (clause != null) {
        clause.terms().stream()
            .filter(term -> term != null)
            .forEach(term -> terms.add(clause.id() + "/" + term.from()));
      }
    }
    Set<String> sources = identifiers(dossier.sources(), Source::id);
    References.each(
        "/unknowns",
        dossier.unknowns(),
        (at, unknown) -> {
          citations.cite(at, unknown.cites());
          ids.resolveAll(at + "/terms", unknown.terms(), terms, References.TERM);
          ids.resolveAll(
              at + "/regulations", unknown.regulations(), regulations, References.REGULATION);
          ids.resolveAll(at + "/sourcesRead", unknown.sourcesRead(), sources, References.SOURCE);
        });
  }

  private void checkTimeline() {
    ids.unique("/timeline", dossier.timeline(), Dossier.Occurrence::id);
    References.each(
        "/timeline",
        dossier.timeline(),
        (at, occurrence) -> {
          citations.cite(at, occurrence.cites());
          ids.resolve(at + "/region", occurrence.region(), regions, References.REGION);
          ids.resolveAll(
              at + "/stakeholders",
              occurrence.stakeholders(),
              stakeholders,
              References.STAKEHOLDER);
          checkFigures(at + "/figures", occurrence.figures());
          if (occurrence.date() != null
              && occurrence.until() != null
              && occurrence.until().day().isBefore(occurrence.date().day())) {
            violations.add(
                at + "/until",
                Text.of("This ends before it begins.", "Ceci finit avant d’avoir commencé."));
          }
        });
  }

  private void checkFigures(String at, List<Dossier.Figure> figures) {
    ids.unique(at, figures, Dossier.Figure::id);
    References.each(
        at, figures, (there, figure) -> checkAmount(there + "/amount", figure.amount()));
  }

  private void checkAmount(String at, Amount amount) {
    if (amount != null && amount.currency() != null) {
      ids.resolve(
          at + "/currency",
          amount.currency(),
          CURRENCIES,
          new Text("monnaie ISO 4217", "ISO 4217 currency"));
    }
  }

  private void checkPeriod(String at, LocalDate from, LocalDate until) {
    if (from != null && until != null && !from.isBefore(until)) {
      violations.add(
          at + "/until",
          Text.of(
              "The end must come after the beginning (%s); 'until' is the first day it no longer holds.",
              "La fin doit suivre le début (%s) ; « until » est le premier jour où cela ne vaut plus.",
              from));
    }
  }

  private LocalDate dateOf(Effect effect) {
    Instrument instrument = instruments.get(effect.instrument());
    return instrument == null ? null : instrument.date();
  }

  private static boolean holds(Term term, LocalDate day) {
    return term.from() != null
        && !term.from().isAfter(day)
        && (term.until() == null || term.until().isAfter(day));
  }

  private static <T> Set<String> identifiers(List<T> entries, Function<T, String> id) {
    List<String> found = new ArrayList<>();
    entries.stream()
        .filter(each -> each != null && id.apply(each) != null)
        .map(id)
        .forEach(found::add);
    return Set.copyOf(new HashSet<>(found));
  }
}
