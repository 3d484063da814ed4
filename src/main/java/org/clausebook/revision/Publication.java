package org.clausebook.revision;

import java.time.Instant;

/**
 * A line of the log: what became visible when, who made it so, and why.
 *
 * @param dataset counts the lines from 1, in the order in which they became visible
 * @param number of the revision published or withdrawn
 * @param hash of this line and all before it
 */
public record Publication(
    long dataset,
    String dossier,
    Action action,
    ChangeKind kind,
    int number,
    Instant publishedAt,
    String issuer,
    String subject,
    String note,
    String hash) {}
