package org.clausebook.search;

import java.time.LocalDate;
import java.util.List;

/**
 * Which entries are asked about; null where any will do.
 *
 * @param regions a region and those it lies within
 * @param dataset only revisions published by then
 */
record Filter(
    ResultType type,
    String deal,
    List<String> regions,
    String theme,
    LocalDate asOf,
    Long dataset) {}
