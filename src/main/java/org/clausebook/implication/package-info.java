/**
 * What a deal means in a region, for whom, through which clauses and under which laws. What is said
 * of a region holds in those that lie within it: France inherits what is said of the Union and of
 * the world, and every answer tells its own from what it inherits. A link from an implication to a
 * clause or a law is either stated by a source or editorial, drawn by the curators with their
 * reason.
 */
package org.clausebook.implication;
