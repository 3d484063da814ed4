package org.clausebook.curation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.clausebook.http.Sha256;

/**
 * The lines of a file that is imported, and the names their publications have in the log: digest of
 * the file and number of the line. Another file, or a changed one, has other names.
 */
record Lines(String digest, int count) {

  static Lines of(Path file) throws IOException {
    MessageDigest digest = Sha256.begin();
    byte[] buffer = new byte[1 << 16];
    int count = 0;
    byte last = '\n';
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(buffer); length > 0; length = in.read(buffer)) {
        digest.update(buffer, 0, length);
        for (int i = 0; i < length; i++) {
          count += buffer[i] == '\n' ? 1 : 0;
        }
        last = buffer[length - 1];
      }
    }
    return new Lines(
        HexFormat.of().formatHex(digest.digest()).substring(0, 32),
        last == '\n' ? count : count + 1);
  }

  String prefix() {
    return "import-" + digest + "-";
  }

  /** The request that the publication of a line bears. */
  String request(int line) {
    return prefix() + line;
  }

  /** The line that a request names. */
  int line(String request) {
    return Integer.parseInt(request.substring(prefix().length()));
  }
}
