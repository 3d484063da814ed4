package org.clausebook.comparison;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.ClauseStatus;
import org.clausebook.clause.TermPeriod;
import org.clausebook.dossier.Dossier;
import org.clausebook.http.language.DateWords;
import org.clausebook.http.language.Text;

/**
 * A comparison in words. What happened is told in the order of time, whichever day was named first.
 */
final class Sentences {

  /** Words that begin a sentence but no name: what begins otherwise may need its capital. */
  private static final Pattern FRENCH_OPENING =
      Pattern.compile("(?:Une?|Les?|La|Des?|Ces?|Cette|Premi(?:er|ère)|Pour|Sur)\\b|[LD]’");

  private static final Pattern ENGLISH_OPENING =
      Pattern.compile("(?:An?|The|This|These|Its?|From|For|On)\\b");

  private Sentences() {}

  static Text whole(LocalDate from, LocalDate until, int changed, int unchanged, int unknown) {
    if (from.equals(until)) {
      return Text.of(
          "One and the same day: there is nothing to compare.",
          "Un seul et même jour : il n’y a rien à comparer.");
    }
    boolean inOrder = from.isBefore(until);
    Text days =
        Text.filled(
            "Between %s and %s: ",
            "Entre le %s et le %s : ",
            DateWords.of(inOrder ? from : until),
            DateWords.of(inOrder ? until : from));
    List<Text> parts = new ArrayList<>();
    parts.add(
        switch (changed) {
          case 0 -> Text.of("no clause changed", "aucune clause n’a changé");
          case 1 -> Text.of("1 clause changed", "1 clause a changé");
          default -> Text.of("%d clauses changed", "%d clauses ont changé", changed);
        });
    if (unchanged > 0) {
      parts.add(
          Text.of(
              "%d stayed the same",
              unchanged == 1 ? "%d est restée inchangée" : "%d sont restées inchangées",
              unchanged));
    }
    if (unknown > 0) {
      parts.add(
          Text.of(
              unknown == 1
                  ? "for %d, nothing published says whether it still holds"
                  : "for %d, nothing published says whether they still hold",
              unknown == 1
                  ? "pour %d, rien de publié ne dit si elle vaut encore"
                  : "pour %d, rien de publié ne dit si elles valent encore",
              unknown));
    }
    return Text.filled("%s%s.", "%s%s.", days, joined(parts, "; ", "\u00a0; "));
  }

  static Text change(Span span) {
    SortedMap<LocalDate, Text> happened = deeds(span);
    span.ended()
        .filter(period -> period.cause() != TermPeriod.Cause.instrument)
        .ifPresent(
            period ->
                happened.merge(
                    period.until().orElseThrow(),
                    foreseenEnd(period, span.earlier().term().orElseThrow()),
                    (deed, end) -> Text.filled("%s; %s", "%s ; %s", end, deed)));
    List<Text> parts = new ArrayList<>(happened.values());
    parts.addAll(consequences(span));
    return sentence(span, parts);
  }

  static Text held(Span span) {
    List<Text> parts = new ArrayList<>();
    if (span.outcome() == Span.Outcome.unknown) {
      parts.add(silence(span));
    } else {
      parts.add(
          switch (span.later().status()) {
            case notYet -> Text.of("nothing settled yet", "rien encore");
            case ended -> Text.of("already ended", "déjà plus en vigueur");
            default ->
                span.becameKnown()
                    ? Text.of(
                        "unchanged, and once more known to hold",
                        "sans changement, et l’on sait de nouveau qu’elle vaut")
                    : Text.of("unchanged", "sans changement");
          });
    }
    parts.addAll(deeds(span).values());
    if (span.later().status() == ClauseStatus.inForce) {
      span.later()
          .term()
          .map(Dossier.Term::end)
          .ifPresent(
              end ->
                  parts.add(
                      Text.filled("its end stays “%s”", "son échéance reste « %s »", end.text())));
    }
    return sentence(span, parts);
  }

  /** What instruments did, day by day: “capped on 27 April 2026 (A total cap bounds …)”. */
  private static SortedMap<LocalDate, Text> deeds(Span span) {
    Map<LocalDate, List<Dossier.Effect>> byDay = new LinkedHashMap<>();
    for (Dossier.Effect effect : span.effects()) {
      byDay.computeIfAbsent(span.dossier().dayOf(effect), day -> new ArrayList<>()).add(effect);
    }
    SortedMap<LocalDate, Text> deeds = new TreeMap<>();
    byDay.forEach((day, effects) -> deeds.put(day, deed(day, effects)));
    return deeds;
  }

  private static Text deed(LocalDate day, List<Dossier.Effect> effects) {
    List<Text> kinds =
        effects.stream().map(Dossier.Effect::kind).distinct().map(Sentences::word).toList();
    Text done =
        Text.filled("%s on %s", "%s le %s", joined(kinds, " and ", " et "), DateWords.of(day));
    List<Text> changes =
        effects.stream()
            .filter(each -> each.kind().changesTerm())
            .map(each -> asAPart(each.text()))
            .toList();
    return changes.isEmpty()
        ? done
        : Text.filled("%s (%s)", "%s (%s)", done, joined(changes, "; ", "\u00a0; "));
  }

  /** A sentence as a part of another: without its stop, and its first letter small. */
  static Text asAPart(Text text) {
    return new Text(asAPart(text.fr(), FRENCH_OPENING), asAPart(text.en(), ENGLISH_OPENING));
  }

  private static String asAPart(String sentence, Pattern opening) {
    String part = sentence.replaceAll("[.]$", "");
    return opening.matcher(part).lookingAt()
        ? part.substring(0, 1).toLowerCase(Locale.ROOT) + part.substring(1)
        : part;
  }

  private static Text joined(List<Text> texts, String en, String fr) {
    return new Text(
        String.join(fr, texts.stream().map(Text::fr).toList()),
        String.join(en, texts.stream().map(Text::en).toList()));
  }

  /** What follows for exclusivity, for the end and for whether anything holds at all. */
  private static List<Text> consequences(Span span) {
    List<Text> parts = new ArrayList<>();
    boolean wasExclusive = isExclusive(span.earlier());
    boolean isExclusive = isExclusive(span.later());
    if (wasExclusive && !isExclusive) {
      parts.add(Text.of("no longer exclusive", "plus d’exclusivité"));
    } else if (isExclusive && !wasExclusive) {
      parts.add(Text.of("now exclusive", "exclusivité désormais"));
    }
    if (span.later().term().isEmpty()) {
      parts.add(Text.of("no term holds any more", "plus aucune stipulation ne vaut"));
    } else if (span.earlier().term().isPresent()) {
      end(span.earlier().term().map(Dossier.Term::end), span.later().term().map(Dossier.Term::end))
          .ifPresent(parts::add);
    }
    if (span.later().silentInstrument() != null) {
      parts.add(silence(span));
    }
    return parts;
  }

  private static Optional<Text> end(Optional<Dossier.End> before, Optional<Dossier.End> after) {
    if (before.equals(after)) {
      return Optional.empty();
    }
    if (before.isEmpty()) {
      return after.map(
          end -> Text.filled("an end is set, “%s”", "une échéance est fixée, « %s »", end.text()));
    }
    Text past = before.get().text();
    return Optional.of(
        after
            .map(
                end ->
                    Text.filled(
                        "its end is “%s” instead of “%s”",
                        "son échéance est « %s » au lieu de « %s »", end.text(), past))
            .orElseGet(
                () ->
                    Text.filled(
                        "no end is published any more, instead of “%s”",
                        "plus d’échéance publiée, au lieu de « %s »", past)));
  }

  private static Text foreseenEnd(TermPeriod period, Dossier.Term term) {
    return Text.filled(
        "came to its foreseen end, “%s”; over since %s",
        "échéance prévue atteinte, « %s » ; plus en vigueur depuis le %s",
        term.end().text(),
        DateWords.of(period.until().orElseThrow()));
  }

  private static Text silence(Span span) {
    Text title = span.dossier().instrument(span.later().silentInstrument()).orElseThrow().title();
    return span.isUnknownOnLaterDay()
        ? Text.filled(
            "“%s” is silent on it, and nothing published says whether it still holds",
            "« %s » n’en dit rien, et rien de publié ne dit si la clause vaut encore", title)
        : Text.filled(
            "“%s” is silent on it, and nothing published says whether it still held by then",
            "« %s » n’en dit rien, et rien de publié ne dit si la clause valait encore alors",
            title);
  }

  private static boolean isExclusive(ClauseState state) {
    return state.term().map(Dossier.Term::exclusive).orElse(false);
  }

  private static Text sentence(Span span, List<Text> parts) {
    return Text.filled(
        "%s: %s.", "%s : %s.", span.clause().title(), joined(parts, "; ", "\u00a0; "));
  }

  private static Text word(Dossier.EffectKind kind) {
    return switch (kind) {
      case created -> Text.of("created", "création");
      case substituted -> Text.of("replaced", "remplacement");
      case extended -> Text.of("extended", "extension");
      case narrowed -> Text.of("narrowed", "réduction");
      case capped -> Text.of("capped", "plafonnement");
      case removed -> Text.of("removed", "suppression");
      case revived -> Text.of("revived", "rétablissement");
      case clarified -> Text.of("clarified", "précision");
      case reaffirmed -> Text.of("reaffirmed", "confirmation");
    };
  }
}
