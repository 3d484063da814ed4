package org.clausebook.http;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.Converter;

/** What a key of the configuration takes. Whatever else it is given stops the start. */
public final class Setting {

  /** How the refusal of a value begins; what to write instead follows. */
  public static final String INSTEAD = "Write ";

  private static final int MILLION = 1_000_000;
  private static final long GIGABYTE = 1L << 30;
  private static final String HOST = "https?://(?:\\[[0-9A-Fa-f:.]+]|[^/?#@:\\[\\]\\s]+)(?::\\d+)?";

  private Setting() {}

  /** How long somebody is let wait: from 1ms to 1h. */
  public static final class Patience extends Lasting {
    public Patience() {
      super(
          Duration.ofMillis(1),
          Duration.ofHours(1),
          "a duration from 1ms to 1h, such as 500ms or 5s");
    }
  }

  /** How long something lasts: from 0s to 365d. */
  public static final class Span extends Lasting {
    public Span() {
      super(
          Duration.ZERO,
          Duration.ofDays(365),
          "a duration from 0s to 365d, such as 500ms, 60s, 5m or 1h");
    }
  }

  /** Calendar days, months and years: from P0D to P100Y. */
  public static final class Term extends Bounded<Period> {
    public Term() {
      super(
          Period::parse,
          term -> term.isNegative() ? -1 : LocalDate.EPOCH.plus(term).toEpochDay(),
          0,
          LocalDate.EPOCH.plusYears(100).toEpochDay(),
          "a period from P0D to P100Y, such as P90D or P3M");
    }

    @Override
    public Period convert(String value) {
      return super.convert(value);
    }
  }

  /** A number of things, or none: up to a million. */
  public static final class Count extends Whole {
    public Count() {
      super(0, MILLION);
    }
  }

  /** A number of things: from one to a million. */
  public static final class Some extends Whole {
    public Some() {
      super(1, MILLION);
    }
  }

  /** A port of TCP; 0 is one that the system chooses. */
  public static final class Port extends Whole {
    public Port() {
      super(0, 65_535);
    }
  }

  /** Memory in bytes, or none: up to 1T. */
  public static final class Memory extends Bytes {
    public Memory() {
      super(0, 1024 * GIGABYTE, "a size from 0 to 1T, such as 512K, 64M or 1G");
    }
  }

  /** The length of what is held in one piece, in bytes: from 1 to 1G. */
  public static final class Length extends Bytes {
    public Length() {
      super(1, GIGABYTE, "a size from 1 to 1G, such as 512K or 64M");
    }
  }

  /** Yes or no, and nothing that only looks like it. */
  public static final class Flag implements Converter<Boolean> {
    @Override
    public Boolean convert(String value) {
      return switch (value.strip().toLowerCase(Locale.ROOT)) {
        case "true", "yes", "y", "on", "1" -> true;
        case "false", "no", "n", "off", "0" -> false;
        default -> throw new IllegalArgumentException(INSTEAD + "true or false");
      };
    }
  }

  /** Where something is asked over HTTP. */
  public static final class Address extends Url {
    public Address() {
      super("([/?][^#\\s]*)?", "an address such as https://issuer.example.org/keys");
    }
  }

  /** An address that links can be built on. */
  public static final class PublicAddress extends Url {
    public PublicAddress() {
      super(
          "(/[^/?#\\s]+)*",
          "an address such as https://clausebook.org, without a slash at its end");
    }
  }

  private abstract static class Lasting extends Bounded<Duration> {
    Lasting(Duration least, Duration most, String words) {
      super(
          DurationConverter::parseDuration,
          Duration::toNanos,
          least.toNanos(),
          most.toNanos(),
          words);
    }

    @Override
    public Duration convert(String value) {
      return super.convert(value);
    }
  }

  private abstract static class Whole extends Bounded<Integer> {
    Whole(int least, int most) {
      super(
          Integer::valueOf,
          Integer::longValue,
          least,
          most,
          "a whole number from %d to %d".formatted(least, most));
    }

    @Override
    public Integer convert(String value) {
      return super.convert(value);
    }
  }

  private abstract static class Bytes extends Bounded<Long> {
    Bytes(long least, long most, String words) {
      super(
          size -> new MemorySizeConverter().convert(size).asLongValue(),
          Long::longValue,
          least,
          most,
          words);
    }

    @Override
    public Long convert(String value) {
      return super.convert(value);
    }
  }

  private abstract static class Url extends Bounded<String> {
    Url(String rest, String words) {
      super(
          Function.identity(),
          address -> Pattern.matches(HOST + rest, address) ? URI.create(address).getPort() : -2,
          -1,
          65_535,
          words);
    }

    @Override
    public String convert(String value) {
      return super.convert(value);
    }
  }

  /**
   * Takes what can be read and measures no less and no more. SmallRye Config compares what {@code
   * convert} returns with what the mapping does, so each kind says it anew.
   */
  private abstract static class Bounded<T> implements Converter<T> {

    private final Function<String, T> reading;
    private final ToLongFunction<T> measure;
    private final long least;
    private final long most;
    private final String words;

    Bounded(
        Function<String, T> reading,
        ToLongFunction<T> measure,
        long least,
        long most,
        String words) {
      this.reading = reading;
      this.measure = measure;
      this.least = least;
      this.most = most;
      this.words = words;
    }

    @Override
    public T convert(String value) {
      try {
        T given = reading.apply(value.strip());
        long size = measure.applyAsLong(given);
        if (size >= least && size <= most) {
          return given;
        }
      } catch (RuntimeException unreadable) {
        throw new IllegalArgumentException(INSTEAD + words, unreadable);
      }
      throw new IllegalArgumentException(INSTEAD + words);
    }
  }
}
