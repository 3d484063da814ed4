package org.clausebook.revision;

import org.clausebook.dossier.Reference;

/** The reference as it is read. */
public record ReferenceEdition(Revision revision, Reference reference) {}
