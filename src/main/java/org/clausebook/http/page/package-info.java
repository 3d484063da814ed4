/**
 * Pages of a collection. A <em>cursor</em> names the place to go on from; it is sealed with a key
 * that all replicas share, together with the filters it belongs to, so that it can be neither
 * forged nor used for another question.
 */
package org.clausebook.http.page;
