package org.clausebook.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A line of the log: what became visible when, who made it so, and why. */
@Entity
@Immutable
@Table(name = "publication")
class PublicationEntity {

  @Id long dataset;

  String dossier;

  String action;

  String kind;

  int number;

  @Column(name = "published_at")
  Instant publishedAt;

  String issuer;

  String subject;

  @Column(name = "request_id")
  String requestId;

  String note;

  @Column(name = "previous_hash")
  String previousHash;

  String hash;
}
