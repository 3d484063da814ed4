package org.clausebook.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** What the page is styled and helped by. */
final class Assets {

  /** Changes with their content, so that a browser may keep them for as long as it likes. */
  static final String VERSION = version("page.css", "page.js");

  private Assets() {}

  private static String version(String... names) {
    CRC32 content = new CRC32();
    for (String name : names) {
      try (InputStream in =
          Assets.class.getResourceAsStream("/META-INF/resources/assets/" + name)) {
        content.update(in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Long.toHexString(content.getValue());
  }
}
