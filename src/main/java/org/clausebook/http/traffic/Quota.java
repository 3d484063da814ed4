package org.clausebook.http.traffic;

/**
 * What one client has left. A bucket that fills evenly: after a minute of silence it is full, and
 * whoever asks evenly is never refused.
 */
final class Quota {

  private final int perMinute;
  private double tokens;
  private long nanos;

  Quota(int perMinute, long nanos) {
    this.perMinute = perMinute;
    this.tokens = perMinute;
    this.nanos = nanos;
  }

  /**
   * The state after a request.
   *
   * @param admitted whether the request was within the quota
   * @param remaining whole requests left
   * @param nextInSeconds until there is one more
   */
  record State(boolean admitted, int remaining, int nextInSeconds) {}

  synchronized State take(long now) {
    double perNano = perMinute / 60e9;
    tokens = Math.min(perMinute, tokens + (now - nanos) * perNano);
    nanos = now;
    boolean admitted = tokens >= 1;
    if (admitted) {
      tokens -= 1;
    }
    int remaining = (int) tokens;
    return new State(
        admitted, remaining, (int) Math.ceil((remaining + 1 - tokens) * 60 / perMinute));
  }
}
