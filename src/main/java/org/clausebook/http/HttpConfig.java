package org.clausebook.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** How the service presents itself over HTTP. */
@ConfigMapping(prefix = "clausebook.http")
public interface HttpConfig {

  /** Public address of the service, without a slash at the end; every link is built on it. */
  @WithDefault("http://localhost:${quarkus.http.port:8080}")
  @WithName("public-url")
  @WithConverter(PublicAddress.class)
  String publicUrl();

  /** How long caches may keep an answer before they ask again, unless it is pinned. */
  @WithDefault("60s")
  @WithName("max-age")
  Duration maxAge();

  /**
   * How much memory rendered answers may take, such as {@code 64M}, but never more than a fifth of
   * the heap; 0 keeps none. Answers are the same either way.
   */
  @WithDefault("64M")
  @WithName("cache-size")
  MemorySize cacheSize();

  /**
   * How long kept answers are still given while the database cannot be heard. Their header {@code
   * Age} then says for how long it has not been.
   */
  @WithDefault("1h")
  @WithName("max-silence")
  Duration maxSilence();

  /** How much content a request may bring; at most a gigabyte. */
  @WithDefault("16M")
  @WithName("max-content")
  MemorySize maxContent();

  /**
   * How many items of a collection over many dossiers go into one answer as CSV or NDJSON, at most
   * a million; of a longer one, pages are asked for. Making one answer takes a few kilobytes of
   * memory for each item.
   */
  @WithDefault("5000")
  @WithName("max-items")
  @WithConverter(Items.class)
  int maxItems();

  /** Takes a number of items that one answer can hold. */
  class Items implements Converter<Integer> {

    private static final int MOST = 1_000_000;

    @Override
    public Integer convert(String value) {
      int items = Integer.parseInt(value.strip());
      if (items < 0 || items > MOST) {
        throw new IllegalArgumentException("Not between 0 and " + MOST);
      }
      return items;
    }
  }

  /** Takes an address that links can be built on. */
  class PublicAddress implements Converter<String> {

    private static final Pattern FORM = Pattern.compile("https?://[^/?#\\s]+(/[^/?#\\s]+)*");

    @Override
    public String convert(String value) {
      if (!FORM.matcher(value).matches()) {
        throw new IllegalArgumentException("Not a public address");
      }
      return value;
    }
  }
}
