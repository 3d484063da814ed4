package org.clausebook.revision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the record says something else than before. */
@Schema(
    description =
        "Why the record changed: the world did (`worldChanged`), it was wrong (`correction`), or only its wording or form did (`editorial`).")
public enum ChangeKind {
  worldChanged,
  correction,
  editorial
}
