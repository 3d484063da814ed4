package org.clausebook.curation;

import java.util.List;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.http.language.Text;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.Problem.Fault;
import org.clausebook.http.problem.ProblemType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells curators everything that is wrong with what they sent. */
class RefusedDocuments {

  /** As many as anybody mends in one go; how many there are is said too. */
  private static final int MOST_TOLD = 1_000;

  @ServerExceptionMapper
  public RestResponse<Problem> refused(InvalidDocument e) {
    Problem problem = problem(e);
    return RestResponse.ResponseBuilder.<Problem>create(problem.type().status())
        .entity(problem)
        .build();
  }

  private static Problem problem(InvalidDocument e) {
    List<Fault> faults =
        e.violations().stream()
            .limit(MOST_TOLD)
            .map(each -> Fault.content(each.pointer(), each.line(), each.message()))
            .toList();
    if (e.isMalformed()) {
      return ProblemType.MALFORMED_REQUEST.because(
          Text.of("The document cannot be read.", "Le document ne peut pas être lu."), faults);
    }
    return ProblemType.INVALID_CONTENT.because(
        e.violations().size() == 1
            ? Text.of(
                "One thing in the document is wrong; nothing was changed.",
                "Une chose ne va pas dans le document ; rien n’a été changé.")
            : Text.of(
                "%d things in the document are wrong; nothing was changed.",
                "%d choses ne vont pas dans le document ; rien n’a été changé.",
                e.violations().size()),
        faults);
  }
}
