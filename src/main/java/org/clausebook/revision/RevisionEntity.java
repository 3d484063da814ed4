package org.clausebook.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** One accepted state, as the document that was accepted. */
@Entity
@Immutable
@Table(name = "revision")
class RevisionEntity {

  @Id long dataset;

  String dossier;

  int number;

  Long reference;

  @Column(name = "content_hash")
  String contentHash;

  @ColumnTransformer(read = "cast(document as text)", write = "cast(? as json)")
  String document;
}
