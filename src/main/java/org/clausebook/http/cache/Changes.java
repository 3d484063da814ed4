package org.clausebook.http.cache;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What this instance knows of publications: which dossier changed last at which number of the
 * dataset, and since when it has heard nothing. Whoever hears of a publication, or reads one from
 * the database first, says so here.
 */
@Singleton
public class Changes {

  private static final String DEAL_PREFIX = "/v1/deals/";
  private static final int MANY = 10_000;

  private final Clock clock = Clock.systemUTC();
  private final Map<String, Long> dossiers = new ConcurrentHashMap<>();
  private final AtomicLong newest = new AtomicLong();
  private final AtomicLong everything = new AtomicLong();
  private volatile Instant silentSince = Instant.MAX;

  /** The newest publication heard of. What is read from the database now is at least as new. */
  public long newest() {
    return newest.get();
  }

  /**
   * A dossier has changed.
   *
   * @param isShared true when answers about every deal depend on it
   */
  public void changed(String dossier, long dataset, boolean isShared) {
    if (isShared || dossiers.size() > MANY) {
      everything.accumulateAndGet(dataset, Math::max);
      // What was heard of meanwhile stays.
      dossiers.values().removeIf(heard -> heard <= dataset);
    }
    dossiers.merge(dossier, dataset, Math::max);
    newest.accumulateAndGet(dataset, Math::max);
  }

  /** Publications may have been missed: nothing rendered before counts any more. */
  public void anythingMayHaveChanged(long dataset) {
    everything.accumulateAndGet(dataset, Math::max);
    newest.accumulateAndGet(dataset, Math::max);
  }

  /** Whether an answer at a path, rendered when {@code stamp} was the newest, is still right. */
  boolean isRight(String path, long stamp) {
    if (stamp < everything.get()) {
      return false;
    }
    if (path.startsWith(DEAL_PREFIX)) {
      int end = path.indexOf('/', DEAL_PREFIX.length());
      return isRightOf(path.substring(DEAL_PREFIX.length(), end < 0 ? path.length() : end), stamp);
    }
    return stamp >= newest.get();
  }

  /** Whether what was read of a dossier when {@code stamp} was the newest is still so. */
  public boolean isRightOf(String dossier, long stamp) {
    return stamp >= everything.get() && stamp >= dossiers.getOrDefault(dossier, 0L);
  }

  /** The database cannot be heard from this moment on, or can again. */
  public void inContact(boolean contact) {
    if (contact) {
      silentSince = Instant.MAX;
    } else if (silentSince.equals(Instant.MAX)) {
      silentSince = clock.instant();
    }
  }

  public boolean areHeard() {
    return silentSince.equals(Instant.MAX);
  }

  /** How old an answer may be for want of contact; zero while in contact. */
  public Duration silence() {
    Instant since = silentSince;
    return since.equals(Instant.MAX) ? Duration.ZERO : Duration.between(since, clock.instant());
  }
}
