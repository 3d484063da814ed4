package org.clausebook.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** The files that the pages for people are styled and helped by. */
public final class Assets {

  /** Changes with their content, so that a browser may keep them for as long as it likes. */
  public static final String VERSION = version("page.css", "page.js");

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
