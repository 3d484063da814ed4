/**
 * A <em>source</em> is a document that was read; a <em>statement</em> is one assertion it makes,
 * told in our words; a <em>citation</em> leads from a served fact to a statement that bears it out.
 * Every fact has one, and every statement is cited or found wanting in a <em>discrepancy</em>.
 *
 * <p>{@link org.clausebook.source.Facts} applies a client's evidence policy. It hides what is too
 * weak and counts it; nothing older ever takes the place of something hidden, and where admitted
 * statements disagree all of them are served.
 */
package org.clausebook.source;
