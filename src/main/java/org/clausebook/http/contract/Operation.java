package org.clausebook.http.contract;

import java.util.List;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param query the query parameters it allows, by name
 * @param produces media types of its successful answers, the default first
 * @param consumes media types of the content it takes; empty for none
 */
public record Operation(
    String id, Map<String, Parameter> query, List<String> produces, List<String> consumes) {}
