/**
 * A <em>region</em> is a place where a deal has consequences; it lies within another ({@code FR} in
 * {@code EU} in {@code WORLD}). What is said of a region holds for those within it: they
 * <em>inherit</em> it, and an answer says which is which.
 */
package org.clausebook.region;
