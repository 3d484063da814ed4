/**
 * The two languages of the record. A {@link org.clausebook.http.language.Text} always has both;
 * which one is served is negotiated once per request and decided when the answer is written. A
 * language that we do not have falls back to English; it is never a reason to refuse.
 */
package org.clausebook.http.language;
