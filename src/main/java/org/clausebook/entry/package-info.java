/**
 * Where a client begins that knows nothing but {@code /v1}: what this is, under which licences, and
 * links to everything. Whatever is served must be found by following links from here; a test does.
 */
package org.clausebook.entry;
