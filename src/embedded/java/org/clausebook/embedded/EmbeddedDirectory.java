package org.clausebook.embedded;

import java.nio.file.Path;

/**
 * Where the embedded build keeps what is its own: {@code ~/.clausebook} unless {@code
 * clausebook.embedded.directory} (or {@code CLAUSEBOOK_EMBEDDED_DIRECTORY}) says otherwise.
 */
final class EmbeddedDirectory {

  private EmbeddedDirectory() {}

  static Path path() {
    String configured =
        System.getProperty(
            "clausebook.embedded.directory", System.getenv("CLAUSEBOOK_EMBEDDED_DIRECTORY"));
    return configured == null
        ? Path.of(System.getProperty("user.home"), ".clausebook")
        : Path.of(configured).toAbsolutePath();
  }
}
