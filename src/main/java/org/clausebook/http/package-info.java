/**
 * How the record speaks HTTP, whatever it speaks about: this room depends on no feature. Of deals
 * it knows how their paths begin, for what the contract says of all of them alike.
 *
 * <p><b>The contract is enforced, not only published.</b> The {@code Gateway} admits a request by
 * the very OpenAPI document that is served: paths, methods, media types and parameters that are not
 * in it are refused before any resource runs. A resource therefore declares its parameters with
 * annotations and says what it serves; it sets no header, tag, language or status.
 *
 * <p>A resource returns a record. {@code AnswerWriter} renders it in the negotiated media type and
 * language ({@link org.clausebook.http.language.Text}, {@link org.clausebook.http.Link}), and
 * {@code Answers} settles tags, conditions, caching and compression for all. A feature that has a
 * format of its own adds a {@link org.clausebook.http.Renderer}.
 *
 * <p>What each kept answer passes through most is {@code @Singleton}: the proxies of
 * {@code @ApplicationScoped} look their bean up again on each call. {@code Answers} is wanted
 * before there is a configuration, and so has one.
 */
package org.clausebook.http;
