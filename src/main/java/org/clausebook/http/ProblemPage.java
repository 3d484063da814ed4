package org.clausebook.http;

import org.clausebook.http.problem.Problem;

/** Tells a problem to people: what is answered instead of JSON where a page was asked for. */
public interface ProblemPage {

  String of(Problem problem, Exchange exchange);
}
