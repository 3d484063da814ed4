/**
 * A <em>discrepancy</em> is where a source is wrong, imprecise, unsupported, outdated or silent:
 * what it says, what better evidence says, the verdict, and why it matters. The statement at fault
 * stays in the record, cited as such; a reader who comes from the source finds out, and nobody
 * repeats the error without knowing.
 */
package org.clausebook.discrepancy;
