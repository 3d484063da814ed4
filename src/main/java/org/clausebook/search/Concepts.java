package org.clausebook.search;

import com.fasterxml.jackson.core.type.TypeReference;
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

/** Words and phrases that mean the same, from {@code search/concepts.yaml}. */
@ApplicationScoped
class Concepts {

  private final Map<List<String>, List<String>> equivalents = new HashMap<>();
  private int longest;

  /** A concept found in a row of words: how many of them it takes, and all its phrases. */
  record Found(int length, List<String> phrases) {}

  Concepts() {
    for (List<String> concept : read()) {
      List<String> phrases = concept.stream().map(Words::plain).distinct().toList();
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

  private static List<List<String>> read() {
    try (InputStream in = Concepts.class.getResourceAsStream("/search/concepts.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<List<List<String>>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("The list of concepts cannot be read", e);
    }
  }
}
