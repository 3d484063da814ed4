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
 * <p><b>Scale.</b> What a question costs is bounded, not what is stored. Candidates are taken in
 * the order of a fixed priority, first those whose titles match, then, if there is room, those
 * whose texts do; only they are ranked, counted in facets and paged through. A match in the title
 * outranks one in the text alone, so the bound keeps what would have come first. A word that most
 * entries contain is met at once on the walk along the priority; a rare one comes from the inverted
 * index; PostgreSQL chooses between the two by the frequency of the words, since the query is
 * planned with its values. A statement that takes too long is cut off and the answer says so.
 */
package org.clausebook.search;
