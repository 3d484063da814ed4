package org.clausebook.testsupport;

import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Fails a test where an answer departs from the contract, whatever the test is about. */
public final class ContractFilter implements Filter {

  private final ContractCheck check = new ContractCheck(PublishedContract.committed());

  @Override
  public Response filter(
      FilterableRequestSpecification request,
      FilterableResponseSpecification specification,
      FilterContext context) {
    Response response = context.next(request, specification);
    URI uri = URI.create(request.getURI().replaceAll("[?].*", "").replaceAll("[^ -~]|%|\\\\", "_"));
    Map<String, String> headers =
        response.getHeaders().asList().stream()
            .collect(
                Collectors.toMap(
                    header -> header.getName().toLowerCase(Locale.ROOT),
                    header -> header.getValue(),
                    (first, second) -> first + ", " + second));
    // What a client reads has been decompressed already.
    List<String> faults =
        check.faults(
            request.getMethod(),
            uri.getPath(),
            response.statusCode(),
            headers,
            response.asByteArray());
    if (!faults.isEmpty()) {
      throw new AssertionError(
          request.getMethod()
              + ' '
              + request.getURI()
              + " departs from the contract:\n  "
              + String.join("\n  ", faults)
              + "\n"
              + response.asString());
    }
    return response;
  }
}
