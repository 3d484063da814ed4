package org.clausebook.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and phrases that mean the same, from {@code search/concepts.yaml}. */
@ApplicationScoped
class Concepts {

  private final Map<List<String>, List<String>> equivalents = new HashMap<>();
  private final Set<String> asking;
  private int longest;

  /** A concept found in a row of words: how many of them it takes, and all its phrases. */
  record Found(int length, List<String> phrases) {}

  Concepts() {
    JsonNode listed = read();
    asking = Set.copyOf(words(listed.get("asking")));
    for (JsonNode concept : listed.get("concepts")) {
      List<String> phrases = words(concept);
      for (String phrase : phrases) {
        List<String> key = Words.split(phrase).stream().map(Concepts::singular).toList();
        longest = Math.max(longest, key.size());
        equivalents.merge(key, phrases, Concepts::union);
      }
    }
  }

  /** The longest concept that begins at a place. */
  Optional<Found> at(List<String> words, int start) {
    for (int length = Math.min(longest, words.size() - start); length > 0; length--) {
      List<String> key =
          words.subList(start, start + length).stream().map(Concepts::singular).toList();
      List<String> phrases = equivalents.get(key);
      if (phrases != null) {
        return Optional.of(new Found(length, phrases));
      }
    }
    return Optional.empty();
  }

  /** Whether a word or phrase asks, and says nothing of what about. */
  boolean isAsking(String phrase) {
    return asking.containsAll(Words.split(phrase));
  }

  private static String singular(String word) {
    return word.length() > 3 && (word.endsWith("s") || word.endsWith("x"))
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static List<String> union(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    other.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return all;
  }

  private static JsonNode read() {
    try (InputStream in = Concepts.class.getResourceAsStream("/search/concepts.yaml")) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The list of concepts cannot be read", e);
    }
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(each -> words.add(Words.plain(each.asText())));
    return words.stream().distinct().toList();
  }
}
