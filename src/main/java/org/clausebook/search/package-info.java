/**
 * Finds what the record says, by words, in French and in English.
 *
 * <p>The database keeps one <em>entry</em> for each thing that the current revisions hold ({@code
 * search_entry}): its titles and texts in both languages and their stems as one text-search vector.
 * A trigger on the pointer of a dossier renews its entries in the transaction that publishes or
 * withdraws it; past revisions have none. {@code select rebuild_search()}, or a start with {@code
 * -Dclausebook.search.rebuild=true}, makes all of them anew.
 *
 * <p>A <em>question</em> becomes conditions, one for each word, phrase or concept; each is looked
 * for by its stem in either language and, for a concept of {@code concepts.yaml}, by its
 * equivalents. The conditions are tried together first; then with the last word as the beginning of
 * one (somebody is still typing); then with slips of the pen mended; at last any of them.
 *
 * <p><b>Scale.</b> What a question costs is bounded, not what is stored. Entries lie in parts, one
 * for each priority; candidates are taken from one part after the other, first those whose titles
 * match, then, if there is room, those whose texts do, until there are enough; only they are
 * ranked, counted in facets and paged through. A match in the title outranks one in the text alone,
 * so the bound keeps what would have come first. Filters are lexemes beside the words: one inverted
 * index meets both at once. So the cost of a question is that of merging posting lists in memory,
 * even for words that nearly every entry contains, plus a bounded number of rows. A statement that
 * takes too long is cut off and the answer says so. {@code SearchBench} measures it and prints the
 * plans.
 */
package org.clausebook.search;
