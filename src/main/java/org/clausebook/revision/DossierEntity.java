package org.clausebook.revision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The pointer that publishing flips. */
@Entity
@Table(name = "dossier")
class DossierEntity {

  @Id String id;

  String kind;

  /** Dataset number of the revision readers see; null once withdrawn. */
  @Column(name = "current")
  Long current;

  @Version int version;
}
