package org.clausebook.revision;

import java.time.Instant;

/**
 * One accepted state of a dossier. It never changes.
 *
 * @param dossier slug of the deal, or {@code reference}
 * @param number counts the revisions of the dossier from 1
 * @param dataset counts the publications of the whole record: the clock that pinned links name
 * @param reference dataset number of the reference revision it was checked against; null for the
 *     reference itself
 * @param contentHash SHA-256 of the canonical JSON document, in hexadecimal
 */
public record Revision(
    String dossier,
    int number,
    long dataset,
    Long reference,
    Instant publishedAt,
    String contentHash) {}
