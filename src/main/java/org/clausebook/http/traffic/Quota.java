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
   * @param fullInSeconds until the quota is whole again
   * @param nextInSeconds until one more request is admitted; 0 when one is now
   */
  record State(boolean admitted, int remaining, int fullInSeconds, int nextInSeconds) {}

  synchronized State take(long now) {
    double perNano = perMinute / 60e9;
    tokens = Math.min(perMinute, tokens + (now - nanos) * perNano);
    nanos = now;
    boolean admitted = tokens >= 1;
    if (admitted) {
      tokens -= 1;
    }
    double missing = Math.max(0, 1 - tokens);
    return new State(
        admitted,
        (int) tokens,
        (int) Math.ceil((perMinute - tokens) * 60 / perMinute),
        (int) Math.ceil(missing * 60 / perMinute));
  }
}
