package org.clausebook.search;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clausebook.http.language.Language;
import org.clausebook.search.Finding.Asked;
import org.clausebook.search.Lexicon.Stem;
import org.clausebook.search.SearchReading.Detail;
import org.clausebook.search.SearchReading.TooSlow;

/** Marks what a question matches in the texts of a page, in the language that says more of it. */
final class Marking {

  private final Lexicon lexicon;
  private final List<Snippet.Wanted> french;
  private final List<Snippet.Wanted> english;

  private Marking(Lexicon lexicon, List<Condition> conditions) {
    this.lexicon = lexicon;
    this.french = Snippet.wanted(conditions, lexicon, Stem::fr);
    this.english = Snippet.wanted(conditions, lexicon, Stem::en);
  }

  /** A piece of a text and the language it is in. */
  record Marked(String html, Language language) {}

  static Marking of(Asked asked, Collection<Detail> texts, Stems stems, SearchReading reading)
      throws TooSlow {
    Set<String> words = new HashSet<>();
    texts.stream()
        .flatMap(each -> Stream.of(each.titleFr(), each.titleEn(), each.textFr(), each.textEn()))
        .forEach(text -> words.addAll(Snippet.words(text)));
    asked.conditions().stream().flatMap(Condition::words).forEach(words::add);
    return new Marking(stems.of(words, reading), asked.conditions());
  }

  /** The negotiated language, unless the other meets more of the question. */
  Marked mark(Detail detail, Language preferred) {
    Snippet fr = piece(detail.titleFr(), detail.textFr(), Language.FR);
    Snippet en = piece(detail.titleEn(), detail.textEn(), Language.EN);
    boolean isFrench = preferred == Language.FR ? fr.met() >= en.met() : fr.met() > en.met();
    return isFrench ? new Marked(fr.html(), Language.FR) : new Marked(en.html(), Language.EN);
  }

  /** Of the text, or of its title and the text where the text alone does not match. */
  private Snippet piece(String title, String text, Language language) {
    Snippet alone = snippet(text, language);
    Snippet together = snippet(title + " — " + text, language);
    return alone.met() == 0 ? together : new Snippet(alone.html(), together.met());
  }

  private Snippet snippet(String text, Language language) {
    return language == Language.FR
        ? Snippet.of(text, french, lexicon, Stem::fr)
        : Snippet.of(text, english, lexicon, Stem::en);
  }
}
