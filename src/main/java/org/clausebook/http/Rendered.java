package org.clausebook.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.clausebook.http.conditional.EntityTag;

/**
 * An answer as bytes, in one language and media type, plain or compressed, with the tags of both.
 * The tag is a digest of the content, so it is the same on every replica and after every restart.
 */
public final class Rendered {

  /** Below this, compressing costs more than it saves. */
  private static final int WORTH_COMPRESSING = 860;

  private final String contentType;
  private final String languages;
  private final CharSequence links;
  private final Buffer plain;
  private final EntityTag plainTag;
  private volatile Buffer gzip;
  private final EntityTag gzipTag;
  private final boolean isWorthCompressing;
  private final CharSequence plainField;
  private final CharSequence gzipField;

  /**
   * @param languages value of {@code Content-Language}; null when the content has none
   * @param links value of {@code Link}; null for none
   */
  Rendered(byte[] bytes, String contentType, String languages, String links) {
    this.contentType = contentType;
    this.languages = languages;
    this.links = links == null ? null : HttpHeaders.createOptimized(links);
    this.plain = Buffer.buffer(bytes);
    String digest = digest(bytes, contentType + '\n' + languages + '\n');
    this.plainTag = EntityTag.strong(digest);
    this.isWorthCompressing = bytes.length >= WORTH_COMPRESSING;
    this.gzipTag = isWorthCompressing ? EntityTag.strong(digest + "-gzip") : plainTag;
    this.plainField = HttpHeaders.createOptimized(plainTag.toString());
    this.gzipField = HttpHeaders.createOptimized(gzipTag.toString());
  }

  public String contentType() {
    return contentType;
  }

  public String languages() {
    return languages;
  }

  public CharSequence links() {
    return links;
  }

  boolean isCompressed(boolean gzipAccepted) {
    return gzipAccepted && isWorthCompressing;
  }

  /** Compressed when first wanted so: most answers are sent in one coding only. */
  Buffer body(boolean gzipAccepted) {
    if (!isCompressed(gzipAccepted)) {
      return plain;
    }
    Buffer compressed = gzip;
    if (compressed == null) {
      compressed = Buffer.buffer(gzip(plain.getBytes()));
      gzip = compressed;
    }
    return compressed;
  }

  EntityTag tag(boolean gzipAccepted) {
    return gzipAccepted ? gzipTag : plainTag;
  }

  /** The same as it is sent. */
  CharSequence tagField(boolean gzipAccepted) {
    return gzipAccepted ? gzipField : plainField;
  }

  /** What keeping it for readers of one coding costs in memory, in bytes. */
  public int weight(boolean gzipAccepted) {
    int compressed = isCompressed(gzipAccepted) ? body(true).length() : 0;
    return plain.length() + compressed + 512;
  }

  private static String digest(byte[] bytes, String variant) {
    MessageDigest digest = Sha256.begin();
    digest.update(variant.getBytes(StandardCharsets.UTF_8));
    byte[] hash = digest.digest(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 15));
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 3 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toByteArray();
  }
}
