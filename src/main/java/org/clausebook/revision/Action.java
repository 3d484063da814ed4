package org.clausebook.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a publication does to a dossier. */
@Schema(description = "What was done: a revision was published, or the deal withdrawn.")
public enum Action {
  published,
  withdrawn
}
