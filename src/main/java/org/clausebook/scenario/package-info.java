/**
 * What would hold on a day if an event that has not happened did, on a day the client assumes:
 * which terms end, go on, start or give way to another, each with the reasoning step by step. It
 * asks the same code that says what holds today, only of other happenings; with no assumption the
 * answer is the plain state of the deal.
 */
package org.clausebook.scenario;
