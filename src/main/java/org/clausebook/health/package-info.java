/**
 * How the service is: whether its database answers and which publication it last saw.
 *
 * <p>A watch of its own asks, on a connection of its own, so that the answer never waits behind the
 * requests that a sick database has already delayed. Liveness does not ask at all: restarting the
 * application mends no database. Readiness asks for one contact since the start and for the first
 * answers, which a process gives slowly, to have been given to itself; a database that goes away
 * later leaves the application ready, because it still serves what it has rendered.
 */
package org.clausebook.health;
