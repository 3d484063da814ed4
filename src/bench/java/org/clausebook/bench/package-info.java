/**
 * What the service is measured with: made-up deals in any number, a load from outside, and
 * <em>peers</em>, servers that do the least that can be done on the same library.
 */
package org.clausebook.bench;
