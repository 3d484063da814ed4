/**
 * What clients see when things break: the packaged application as processes of its own, on a real
 * PostgreSQL that is stopped, hung, locked, cut off and restored under it. Each test is a row of
 * the table that the run writes to {@code target/faults.md}; docs/faults.md keeps the last one.
 *
 * <p>The whole suite is {@code ./mvnw verify -Dfaults}; with {@code -Dfaults=quick} the faults last
 * seconds instead of minutes. Without either, these run too, as quickly, but for those tagged slow.
 */
package org.clausebook.faults;
