/**
 * An <em>event</em> is something that a term hangs on and whose day was not set when it was agreed,
 * such as a verification or an approval: pending, occurred on a day, or disputed. What would follow
 * from it is a scenario; that it occurred is an entry of the timeline.
 */
package org.clausebook.event;
