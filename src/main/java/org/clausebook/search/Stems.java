package org.clausebook.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clausebook.search.SearchReading.TooSlow;

/**
 * The stems of words as the database makes them, for the index was made by it. They never change,
 * so each is asked for once: most questions then cost no trip for them, nor do the marks in texts.
 */
@ApplicationScoped
class Stems {

  private static final int MOST = 50_000;

  private final Cache<String, Lexicon.Stem> known = Caffeine.newBuilder().maximumSize(MOST).build();

  Lexicon of(Collection<String> words, SearchReading reading) throws TooSlow {
    Map<String, Lexicon.Stem> found = new HashMap<>(known.getAllPresent(words));
    List<String> missing =
        words.stream().filter(word -> !found.containsKey(word)).distinct().toList();
    if (!missing.isEmpty()) {
      Map<String, Lexicon.Stem> read = reading.stems(missing);
      known.putAll(read);
      found.putAll(read);
    }
    return new Lexicon(found);
  }
}
