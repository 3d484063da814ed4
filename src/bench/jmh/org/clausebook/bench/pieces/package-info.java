/**
 * Single pieces under JMH ({@code src/bench/pieces}): how long one call takes in a process that does
 * nothing else. What a whole request costs is measured beside this, through HTTP ({@code
 * src/bench/run}).
 */
package org.clausebook.bench.pieces;
