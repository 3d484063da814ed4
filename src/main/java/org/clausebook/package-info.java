/**
 * Clausebook: deals between companies as data. What each clause says on a given day, who it
 * concerns, what it means in a region and under which law, every fact with the statement that bears
 * it out, in French and English.
 *
 * <p>Each room below is a subject of that record or a layer under all of them. Imports go one way:
 * features (deal, clause, source, …) → {@code revision} → {@code dossier} → {@code http}. A class
 * is package-private unless another room needs it, so the compiler guards most of the architecture;
 * {@code ArchitectureTest} holds the rest, with the reasons.
 *
 * <p>This package itself only starts the process, on a database that comes along where none is
 * configured.
 */
package org.clausebook;
