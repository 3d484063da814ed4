package org.clausebook.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.Reference;

/** Example documents by name, as they are written. */
public final class Dossiers {

  /** Slug of the deal that comes with the application. */
  public static final String BUNDLED = "microsoft-openai";

  /** The deal that comes with the application. */
  public static final String MICROSOFT_OPENAI = resource("/dossiers/microsoft-openai.yaml");

  /** The reference that comes with the application. */
  public static final String REFERENCE = resource("/dossiers/reference.yaml");

  /** A fictional deal with a part of every kind, small enough to read; its slug is lighthouse. */
  public static final String LIGHTHOUSE = resource("/broken-dossiers/valid.yaml");

  private Dossiers() {}

  public static Reference reference() {
    return DossierParser.reference(bytes(REFERENCE), Notation.YAML);
  }

  public static Dossier microsoftOpenAi() {
    return DossierParser.dossier(bytes(MICROSOFT_OPENAI), Notation.YAML, reference());
  }

  public static Dossier lighthouse() {
    return DossierParser.dossier(bytes(LIGHTHOUSE), Notation.YAML, reference());
  }

  public static byte[] bytes(String document) {
    return document.getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String path) {
    try (InputStream in = Dossiers.class.getResourceAsStream(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
