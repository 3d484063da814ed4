/**
 * The checklist of HTTP, row by row, asked over HTTP alone: of the application as the tests start
 * it, and of whatever was packaged. A test bears the numbers of the rows it shows; {@code
 * ChecklistTest} holds that none is missing and lists those shown elsewhere or not held, with the
 * reason.
 */
package org.clausebook.conformance;
