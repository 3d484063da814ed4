/**
 * Finds what the record says, by words, in French and in English.
 *
 * <p>The database keeps one <em>entry</em> for each thing that the current revisions hold ({@code
 * search_entry}): its titles and texts, and one text-search vector that holds all that can be asked
 * of it as lexemes: stems of either language, the same stems marked where they are in the title,
 * identifiers without marks, and what can be filtered by. One inverted index meets all of that at
 * once. Triggers on the pointers of dossiers renew their entries in the transaction that publishes
 * or withdraws them, by one statement for all of them; past revisions have none. {@code select
 * rebuild_search()}, or a start with {@code -Dclausebook.search.rebuild=true}, makes all of them
 * anew.
 *
 * <p>A <em>question</em> becomes conditions, one for each word, phrase or concept; each is looked
 * for by its stem in either language and, for a concept of {@code concepts.yaml}, by its
 * equivalents. It is met as a whole if it can be; else with the last word as the beginning of one
 * (somebody is still typing); else with slips of the pen mended; at last in part, without its
 * commonest words. A long question that next to nothing meets as a whole is also met in part.
 *
 * <p>Each of these is one <em>query</em>: a list of stages that the database goes through until it
 * has enough candidates to rank. What goes by the question as an identifier comes first, then
 * titles, then texts; and of each the <em>head</em> of the record (what was published first) before
 * the rest. A word that is everywhere is met often enough in the head, so the rest is not looked
 * at; a rare one is quick to look for anywhere. A phrase has to be read in the texts: where the
 * head has as many to read as are read at all, that is enough. So what a question costs is bounded
 * by its matches and not by the size of the record. Only candidates are ranked, counted in facets
 * and paged through; the total says so where there are more.
 *
 * <p>Stems are made by the database and kept here: questions are written, and texts marked, without
 * asking it again. Method, numbers and plans are in {@code docs/search.md}.
 */
package org.clausebook.search;
