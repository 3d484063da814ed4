package org.clausebook.dossier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.http.language.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything the record says about one deal: the document that curators write and clients may fetch
 * whole. Its parts refer to each other by identifier; a reference to a statement is written {@code
 * source/statement}, one to a term {@code clause/from}. Regions, regulations and the identity of
 * stakeholders live in the {@link Reference}.
 *
 * @param deal slug of the deal
 * @param reviewed day on which a curator last checked the whole against its sources
 * @param parties slugs of the stakeholders that are bound by the deal
 * @param cites statements that support the summary
 */
public record Dossier(
    String deal,
    LocalDate reviewed,
    DealStatus status,
    Text title,
    Text summary,
    List<String> parties,
    List<String> cites,
    List<Source> sources,
    List<Instrument> instruments,
    List<Event> events,
    List<Clause> clauses,
    List<Stakeholder> stakeholders,
    List<Implication> implications,
    List<Discrepancy> discrepancies,
    List<Unknown> unknowns,
    List<Occurrence> timeline) {

  public Dossier {
    parties = Lists.orEmpty(parties);
    cites = Lists.orEmpty(cites);
    sources = Lists.orEmpty(sources);
    instruments = Lists.orEmpty(instruments);
    events = Lists.orEmpty(events);
    clauses = Lists.orEmpty(clauses);
    stakeholders = Lists.orEmpty(stakeholders);
    implications = Lists.orEmpty(implications);
    discrepancies = Lists.orEmpty(discrepancies);
    unknowns = Lists.orEmpty(unknowns);
    timeline = Lists.orEmpty(timeline);
  }

  public Optional<Source> source(String id) {
    return Lists.find(sources, Source::id, id);
  }

  public Optional<Instrument> instrument(String id) {
    return Lists.find(instruments, Instrument::id, id);
  }

  public Optional<Event> event(String id) {
    return Lists.find(events, Event::id, id);
  }

  public Optional<Clause> clause(String id) {
    return Lists.find(clauses, Clause::id, id);
  }

  public Optional<Stakeholder> stakeholder(String id) {
    return Lists.find(stakeholders, Stakeholder::stakeholder, id);
  }

  public Optional<Implication> implication(String id) {
    return Lists.find(implications, Implication::id, id);
  }

  /** First day of an effect. */
  public LocalDate dayOf(Effect effect) {
    return effect.dayUnder(instrument(effect.instrument()).orElseThrow());
  }

  /** Where a deal stands as a whole. */
  public enum DealStatus {
    announced,
    active,
    ended
  }

  /** The headings under which clauses and implications are grouped. */
  public enum Theme {
    governance,
    intellectualProperty,
    cloudAndCompute,
    independence,
    economics
  }

  /**
   * One dated act in the chain that governs the deal.
   *
   * @param id slug, by custom the date
   * @param date day from which it takes effect, unless an effect says a later one
   * @param binding false for an act that commits nobody, such as a memorandum of understanding
   * @param silentOn clauses then in force that this act neither changes nor restates, where nothing
   *     published says whether they still hold
   */
  public record Instrument(
      String id,
      InstrumentKind kind,
      LocalDate date,
      Text title,
      Text summary,
      boolean binding,
      List<String> silentOn,
      List<String> cites) {
    public Instrument {
      silentOn = Lists.orEmpty(silentOn);
      cites = Lists.orEmpty(cites);
    }
  }

  /** What sort of act an instrument is. */
  public enum InstrumentKind {
    investment,
    extension,
    memorandum,
    definitiveAgreement,
    jointStatement,
    amendment
  }

  /**
   * Something a term hangs on.
   *
   * @param date day on which it occurred; null unless {@code occurred}
   */
  public record Event(
      String id, EventStatus status, LocalDate date, Text title, Text text, List<String> cites) {
    public Event {
      cites = Lists.orEmpty(cites);
    }
  }

  /** Whether an event has happened. */
  public enum EventStatus {
    pending,
    occurred,
    disputed
  }

  /**
   * One subject that the parties settle, stable across instruments.
   *
   * @param subject the question the clause answers, as a noun phrase or question
   * @param binds slugs of the stakeholders it obliges
   * @param benefits slugs of the stakeholders it favours
   * @param terms what it says in turn; never two on one day
   * @param effects what each instrument does to it
   */
  public record Clause(
      String id,
      Theme theme,
      Text title,
      Text subject,
      List<String> binds,
      List<String> benefits,
      List<Term> terms,
      List<Effect> effects) {
    public Clause {
      binds = Lists.orEmpty(binds);
      benefits = Lists.orEmpty(benefits);
      terms = Lists.orEmpty(terms);
      effects = Lists.orEmpty(effects);
    }
  }

  /**
   * What a clause says during a period.
   *
   * @param from first day
   * @param until first day on which it no longer holds, known because an instrument replaced or
   *     removed it; null while open. A foreseen end is {@code end}
   * @param introducedBy slug of the instrument that brought it
   * @param exclusive whether the right it grants is exclusive; null where the question does not
   *     arise
   * @param covers what it extends to, item by item
   * @param excludes what it leaves out, item by item
   * @param end the end that the parties foresaw; null when none is published
   */
  public record Term(
      LocalDate from,
      LocalDate until,
      String introducedBy,
      Text text,
      Boolean exclusive,
      List<Text> covers,
      List<Text> excludes,
      List<Figure> figures,
      End end,
      List<String> cites) {
    public Term {
      covers = Lists.orEmpty(covers);
      excludes = Lists.orEmpty(excludes);
      figures = Lists.orEmpty(figures);
      cites = Lists.orEmpty(cites);
    }
  }

  /**
   * A number a term turns on: exactly one of amount and share, or neither when not disclosed.
   *
   * @param id slug, unique within the term
   * @param disclosed false when the figure exists but is not public
   */
  public record Figure(String id, Text label, boolean disclosed, Amount amount, Share share) {}

  /**
   * The end that the parties foresaw for a term.
   *
   * @param rule which of date and event decides
   * @param until first day after the end ({@code 2033-01-01} for “through 2032”); null for {@code
   *     event}
   * @param event slug of an event of the dossier; null for {@code date}
   */
  public record End(EndRule rule, LocalDate until, String event, Text text) {

    /**
     * First day on which the term no longer holds by it; empty while that is not in sight.
     *
     * @param happened day on which the event happened; null while it has not, or for {@code date}
     */
    public Optional<LocalDate> day(LocalDate happened) {
      Stream<LocalDate> known = Stream.of(until, happened).filter(Objects::nonNull);
      return switch (rule) {
        case date -> Optional.ofNullable(until);
        case event -> Optional.ofNullable(happened);
        case earlier -> known.min(Comparator.naturalOrder());
        case later ->
            until == null || happened == null
                ? Optional.empty()
                : known.max(Comparator.naturalOrder());
      };
    }
  }

  /** Which of a date and an event ends a term. */
  public enum EndRule {
    date,
    event,
    earlier,
    later
  }

  /**
   * What one instrument does to one clause, and where that is said.
   *
   * @param date day from which it does so; null when that is the day of the instrument
   */
  public record Effect(
      String instrument, LocalDate date, EffectKind kind, Text text, List<String> cites) {
    public Effect {
      cites = Lists.orEmpty(cites);
    }

    /** First day of it, its own or that of its instrument. */
    LocalDate dayUnder(Instrument instrument) {
      return date == null ? instrument.date() : date;
    }
  }

  /** The words for what an instrument does to a clause. */
  public enum EffectKind {
    created,
    substituted,
    extended,
    narrowed,
    capped,
    removed,
    revived,
    clarified,
    reaffirmed;

    /** True when the clause says something else from the day of the effect on. */
    public boolean changesTerm() {
      return this != clarified && this != reaffirmed;
    }
  }

  /**
   * A stakeholder's part in this deal; who it is stands in the reference.
   *
   * @param stakeholder slug of its identity in the reference
   * @param concern why the deal matters to it
   */
  public record Stakeholder(
      String stakeholder,
      Role role,
      Text concern,
      List<Holding> holdings,
      List<Fact> facts,
      List<String> cites) {
    public Stakeholder {
      holdings = Lists.orEmpty(holdings);
      facts = Lists.orEmpty(facts);
      cites = Lists.orEmpty(cites);
    }
  }

  /** The capacity in which a stakeholder is concerned. */
  public enum Role {
    party,
    investor,
    verifier,
    provider,
    competitor,
    regulator,
    publicBody,
    affectedGroup
  }

  /**
   * What a stakeholder owns of another during a period.
   *
   * @param of slug of the stakeholder owned
   * @param value what the holding itself is worth, not what is owned of
   */
  public record Holding(
      String of,
      LocalDate from,
      LocalDate until,
      Share share,
      Amount value,
      Text text,
      List<String> cites) {
    public Holding {
      cites = Lists.orEmpty(cites);
    }
  }

  /** Something known of a stakeholder that bears on the deal; date null when undated. */
  public record Fact(PartialDate date, Text text, List<String> cites) {
    public Fact {
      cites = Lists.orEmpty(cites);
    }
  }

  /**
   * What the deal means in a region.
   *
   * @param region code of a region in the reference
   */
  public record Implication(
      String id,
      String region,
      Nature nature,
      Theme theme,
      Certainty certainty,
      Text title,
      Text text,
      List<String> stakeholders,
      List<ClauseLink> clauses,
      List<RegulationLink> regulations,
      List<String> cites) {
    public Implication {
      stakeholders = Lists.orEmpty(stakeholders);
      clauses = Lists.orEmpty(clauses);
      regulations = Lists.orEmpty(regulations);
      cites = Lists.orEmpty(cites);
    }
  }

  /** What kind of consequence an implication is. */
  public enum Nature {
    opportunity,
    challenge,
    obligation,
    neutral
  }

  /** How sure the source is of what it says; also the mode of a statement. */
  public enum Certainty {
    asserted,
    possible,
    predicted
  }

  /** From an implication to a clause that causes it. Stated links cite; editorial ones are ours. */
  public record ClauseLink(String clause, Basis basis, Text reason, List<String> cites) {
    public ClauseLink {
      cites = Lists.orEmpty(cites);
    }
  }

  /** From an implication to a law it falls under. Stated links cite; editorial ones are ours. */
  public record RegulationLink(String regulation, Basis basis, Text reason, List<String> cites) {
    public RegulationLink {
      cites = Lists.orEmpty(cites);
    }
  }

  /** Whether a source draws a link or the curators do. */
  @Schema(name = "LinkBasis")
  public enum Basis {
    stated,
    editorial
  }

  /**
   * Where a source is wrong, imprecise, unsupported, outdated or silent.
   *
   * @param source slug of the source at fault
   * @param statements the statements at fault; empty only for an omission
   * @param says what the source says
   * @param reading what better evidence says
   * @param clauses the clauses concerned
   * @param cites the better evidence; may be empty only for {@code unsupported}
   */
  public record Discrepancy(
      String id,
      String source,
      List<String> statements,
      Verdict verdict,
      Text title,
      Text says,
      Text reading,
      Text why,
      List<String> clauses,
      List<String> cites) {
    public Discrepancy {
      statements = Lists.orEmpty(statements);
      clauses = Lists.orEmpty(clauses);
      cites = Lists.orEmpty(cites);
    }
  }

  /** What is wrong with a statement. */
  public enum Verdict {
    contradicted,
    imprecise,
    unsupported,
    outdated,
    omission
  }

  /**
   * What is not known.
   *
   * @param missing what kind of thing is missing
   * @param terms the terms it touches, as {@code clause/from}
   * @param regulations the regulations it touches
   * @param sourcesRead slugs of the sources read without finding it
   */
  public record Unknown(
      String id,
      Missing missing,
      UnknownReason reason,
      Text title,
      Text text,
      List<String> terms,
      List<String> regulations,
      List<String> sourcesRead,
      List<String> cites) {
    public Unknown {
      terms = Lists.orEmpty(terms);
      regulations = Lists.orEmpty(regulations);
      sourcesRead = Lists.orEmpty(sourcesRead);
      cites = Lists.orEmpty(cites);
    }
  }

  /** The kinds of thing that can be missing. */
  public enum Missing {
    amount,
    cap,
    rate,
    duration,
    members,
    criteria,
    threshold,
    definition,
    status,
    outcome,
    date,
    text
  }

  /** Why something is not known. */
  public enum UnknownReason {
    notPublished,
    redacted,
    notFound,
    notSearched,
    pending
  }

  /**
   * A dated happening outside the chain of instruments.
   *
   * @param until last day or month of a happening that lasted; null for a moment
   * @param region code of the region it concerns; null for the world
   */
  public record Occurrence(
      String id,
      PartialDate date,
      PartialDate until,
      Text title,
      Text text,
      String region,
      List<String> stakeholders,
      List<Figure> figures,
      List<String> cites) {
    public Occurrence {
      stakeholders = Lists.orEmpty(stakeholders);
      figures = Lists.orEmpty(figures);
      cites = Lists.orEmpty(cites);
    }
  }
}
