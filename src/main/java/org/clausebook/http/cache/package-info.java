/**
 * Answers that were rendered once and stay right until something changes. A revision never changes,
 * so an answer read from it is right until the deal's pointer moves ({@link
 * org.clausebook.http.cache.Changes}) or, where it tells what has happened by today, until the day
 * ends. Kept answers are sent on the I/O thread, without a worker or the database; however many ask
 * for one that is not kept, it is rendered once. With {@code clausebook.http.cache-size=0} nothing
 * is kept, and every answer is the same byte for byte.
 */
package org.clausebook.http.cache;
