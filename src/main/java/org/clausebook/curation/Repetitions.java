package org.clausebook.curation;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.clausebook.access.Curator;
import org.clausebook.http.Content;
import org.clausebook.http.Exchange;
import org.clausebook.http.Link;
import org.clausebook.http.Sha256;
import org.clausebook.http.Written;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.problem.ProblemType;

/**
 * Remembers what writes with an Idempotency-Key came to, for a day, in the transaction of the write
 * itself. Refused writes are not remembered: they changed nothing and may be tried again.
 */
@ApplicationScoped
class Repetitions {

  private final EntityManager entities;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  Repetitions(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * A write that may come again.
   *
   * @param fingerprint of everything that makes it this write and no other
   */
  record Repetition(String issuer, String subject, String route, String key, String fingerprint) {

    String name() {
      return String.join("\n", issuer, subject, route, key);
    }
  }

  Repetition of(String key, Curator curator, Exchange exchange, byte[] payload) {
    String route = exchange.routing().request().method().name() + " " + exchange.addresses().path();
    ByteArrayOutputStream all = new ByteArrayOutputStream(payload.length + 500);
    for (String header :
        new String[] {
          "Content-Type", "Clausebook-Note", "Clausebook-Change", "If-Match", "If-None-Match"
        }) {
      all.writeBytes(
          (header + ": " + exchange.headers(header) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes(payload);
    return new Repetition(
        curator.issuer(), curator.subject(), route, key, Sha256.of(all.toByteArray()));
  }

  /**
   * Refuses a repetition while the first is being answered here. On another replica it waits for
   * its turn to publish, and is answered as the first was.
   */
  <T> T whileRunning(Repetition repetition, Supplier<T> work) {
    if (!running.add(repetition.name())) {
      throw ProblemType.CONFLICT.because(
          "The first request with this Idempotency-Key is still being answered; wait and repeat.",
          "La première requête avec cette Idempotency-Key n’a pas encore sa réponse ; attendez et répétez.");
    }
    try {
      return work.get();
    } finally {
      running.remove(repetition.name());
    }
  }

  /** What the write came to the first time; empty when this is the first time. */
  @Transactional
  Optional<Written> answer(Repetition repetition) {
    @SuppressWarnings("unchecked")
    List<Object[]> found =
        entities
            .createNativeQuery(
                """
                select fingerprint, status, tag, location, media_type, language, report
                from repeatable_write
                where issuer = :issuer and subject = :subject and route = :route and key = :key
                  and written_at > now() - interval '24 hours'
                """)
            .setParameter("issuer", repetition.issuer())
            .setParameter("subject", repetition.subject())
            .setParameter("route", repetition.route())
            .setParameter("key", repetition.key())
            .getResultList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Object[] row = found.get(0);
    if (!row[0].toString().equals(repetition.fingerprint())) {
      throw ProblemType.INVALID_CONTENT.because(
          "This Idempotency-Key was used for another write; take a new one.",
          "Cette Idempotency-Key a servi à une autre écriture ; prenez-en une nouvelle.");
    }
    byte[] report = (byte[]) row[6];
    return Optional.of(
        new Written(
            ((Number) row[1]).intValue(),
            report.length == 0
                ? null
                : new Content(Buffer.buffer(report), (String) row[4], (String) row[5]),
            ((String) row[2]).isEmpty() ? null : EntityTag.strong((String) row[2]),
            ((String) row[3]).isEmpty() ? null : Link.to((String) row[3])));
  }

  /** In the transaction of the write: both happen or neither. */
  void remember(Repetition repetition, Written written) {
    entities
        .createNativeQuery(
            "delete from repeatable_write where written_at <= now() - interval '24 hours'")
        .executeUpdate();
    Content report = written.report();
    entities
        .createNativeQuery(
            """
            insert into repeatable_write
              (issuer, subject, route, key, fingerprint, status, tag, location, media_type, language, report)
            values (:issuer, :subject, :route, :key, :fingerprint, :status, :tag, :location, :mediaType, :language, :report)
            """)
        .setParameter("issuer", repetition.issuer())
        .setParameter("subject", repetition.subject())
        .setParameter("route", repetition.route())
        .setParameter("key", repetition.key())
        .setParameter("fingerprint", repetition.fingerprint())
        .setParameter("status", written.status())
        .setParameter("tag", written.tag() == null ? "" : written.tag().opaque())
        .setParameter("location", written.location() == null ? "" : written.location().path())
        .setParameter("mediaType", report == null ? "" : report.mediaType())
        .setParameter("language", report == null ? "" : report.languages())
        .setParameter("report", report == null ? new byte[0] : report.bytes().getBytes())
        .executeUpdate();
  }

  /** The tag of what the write came to, where only the next reading could tell it. */
  @Transactional
  void remember(Repetition repetition, EntityTag tag) {
    entities
        .createNativeQuery(
            """
            update repeatable_write set tag = :tag
            where issuer = :issuer and subject = :subject and route = :route and key = :key
            """)
        .setParameter("issuer", repetition.issuer())
        .setParameter("subject", repetition.subject())
        .setParameter("route", repetition.route())
        .setParameter("key", repetition.key())
        .setParameter("tag", tag.opaque())
        .executeUpdate();
  }
}
