package org.clausebook.testsupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The ways to break {@link Dossiers#LIGHTHOUSE}, from broken-dossiers/changes.yaml. */
public final class BrokenDossiers {

  /**
   * One thing wrong.
   *
   * @param line part of the line that the error is reported on
   * @param also pointers of the errors that cannot but follow; may be null
   * @param alone whether other faults nearby hide this one
   */
  public record Change(
      String title,
      String replace,
      String by,
      String pointer,
      String line,
      String en,
      String fr,
      List<String> also,
      boolean alone) {

    public String in(String document) {
      int at = document.indexOf(replace);
      assertTrue(at >= 0, () -> title + ": the text to replace is not there");
      assertEquals(at, document.lastIndexOf(replace), () -> title + ": it stands there twice");
      return document.substring(0, at) + by + document.substring(at + replace.length());
    }

    @Override
    public String toString() {
      return title;
    }
  }

  private BrokenDossiers() {}

  public static List<Change> changes() {
    try (InputStream in =
        BrokenDossiers.class.getResourceAsStream("/broken-dossiers/changes.yaml")) {
      return new YAMLMapper().readValue(in, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
