/**
 * Entity tags and preconditions (RFC 9110 §8.8.3 and §13): weak comparison for what is read, strong
 * comparison for what is written. Kept apart from Quarkus REST, whose own evaluation compares weak
 * tags wrongly. Pure functions of the header fields and a tag.
 */
package org.clausebook.http.conditional;
