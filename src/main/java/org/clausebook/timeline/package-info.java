/**
 * Everything dated about a deal in one order, past and to come: its instruments, terms that begin
 * and end, happenings around it, and the milestones of the laws that its implications fall under.
 * The same is served as JSON and as an iCalendar feed (RFC 5545) to subscribe to.
 *
 * <p>An <em>entry</em> keeps its identifier from one revision to the next, so that a calendar moves
 * it rather than showing it twice.
 */
package org.clausebook.timeline;
