/**
 * An <em>unknown</em> is what is not known: which terms it touches, what is missing (a rate, a cap,
 * members, criteria), why, and which sources were read without finding it. It is a fact of the
 * record like any other; a blank or a zero in its place would be a lie.
 */
package org.clausebook.unknown;
