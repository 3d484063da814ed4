/**
 * Everything that can go wrong with a request (RFC 9457). {@link
 * org.clausebook.http.problem.ProblemType} is the one list behind the answers, the contract, the
 * tests and the pages for people. A problem is thrown where it is noticed, with a sentence in both
 * languages that says what to do, and told in one place.
 */
package org.clausebook.http.problem;
