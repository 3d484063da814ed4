/**
 * Bounds on what is let in: how many requests at a time, how many per client and minute, and how
 * long one may take. All are off unless configured, but for the time a reader waits.
 */
package org.clausebook.http.traffic;
