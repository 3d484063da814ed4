/**
 * Two days of a deal side by side, clause by clause: what changed and by which instrument or
 * foreseen end, what is unchanged and who reaffirmed it, and what nobody restated. Days may be
 * given in either order: the answer of one order is that of the other with before and after
 * exchanged, and what happened in between is told in the order of time either way.
 */
package org.clausebook.comparison;
