package org.clausebook.http.language;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clausebook.http.Weighted;

/** Which language to answer in (RFC 9110 §12.5.4, lookup of RFC 4647 §3.4). */
public final class LanguageNegotiation {

  /** What is served to those who accept neither language, or say nothing. */
  public static final Language DEFAULT = Language.EN;

  /** Where nothing is acceptable, what is not refused by name is still better than what is. */
  private static final int NOT_MENTIONED = 0;

  private static final int REFUSED = -1;

  private LanguageNegotiation() {}

  /** The language of a tag such as {@code fr} or {@code fr-CA}; empty for one we do not have. */
  public static Optional<Language> ofTag(String tag) {
    String primary = tag.split("-", 2)[0];
    return Stream.of(Language.values())
        .filter(language -> language.tag().equalsIgnoreCase(primary))
        .findFirst();
  }

  /** The best of the acceptable languages; the default when none is. Never fails. */
  public static Language choose(String acceptLanguage) {
    List<Weighted> ranges = Weighted.parse(acceptLanguage);
    record Candidate(Language language, int quality, int position) {}
    return Stream.of(Language.values())
        .map(
            language -> {
              int wildcard = -1;
              int best = -1;
              for (int i = 0; i < ranges.size(); i++) {
                String range = ranges.get(i).value();
                if (range.equals("*")) {
                  wildcard = wildcard < 0 ? i : wildcard;
                } else if (ofTag(range).filter(language::equals).isPresent()
                    && (best < 0 || ranges.get(i).quality() > ranges.get(best).quality())) {
                  best = i;
                }
              }
              int match = best >= 0 ? best : wildcard;
              int quality = match < 0 ? NOT_MENTIONED : ranges.get(match).quality();
              boolean isNamed = best >= 0 && quality > 0;
              return new Candidate(
                  language,
                  quality == 0 && match >= 0 ? REFUSED : quality,
                  isNamed ? best : ranges.size() + (language == DEFAULT ? 0 : 1));
            })
        .min(
            Comparator.comparingInt(Candidate::quality)
                .reversed()
                .thenComparingInt(Candidate::position))
        .map(Candidate::language)
        .orElse(DEFAULT);
  }
}
