import client.ApiClient;
import client.ApiException;
import client.ApiResponse;
import client.api.ClausesApi;
import client.api.DealsApi;
import client.model.Clause;
import client.model.ClausePage;
import client.model.Deal;
import client.model.Problem;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What a client of the API does every day, with nothing but what is generated from the contract. */
public final class Walk {

  private static final String DEAL = "microsoft-openai";

  public static void main(String[] arguments) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    walkAllPages(new ClausesApi(client));
    askAgain(new DealsApi(client));
    handleAProblem(client);
  }

  private static void walkAllPages(ClausesApi api) throws ApiException {
    List<Clause> clauses = new ArrayList<>();
    String cursor = null;
    do {
      ClausePage page =
          api.listClauses(
              ClausesApi.APIListClausesRequest.newBuilder()
                  .deal(DEAL)
                  .limit(4)
                  .cursor(cursor)
                  .lang("fr")
                  .build());
      clauses.addAll(page.getItems());
      URI next = page.getPage().getNext();
      cursor = next == null ? null : next.getQuery().replaceAll(".*cursor=([^&]+).*", "$1");
    } while (cursor != null);
    System.out.printf(
        "clauses %d %d%n", clauses.size(), clauses.stream().map(Clause::getId).distinct().count());
    System.out.printf("first %s %s%n", clauses.get(0).getId(), clauses.get(0).getStatus());
  }

  private static void askAgain(DealsApi api) throws ApiException {
    ApiResponse<Deal> first =
        api.getDealWithHttpInfo(DealsApi.APIGetDealRequest.newBuilder().deal(DEAL).build());
    String tag = first.getHeaders().get("etag").get(0);
    try {
      api.getDeal(DealsApi.APIGetDealRequest.newBuilder().deal(DEAL).ifNoneMatch(tag).build());
      System.out.println("again 200");
    } catch (ApiException notModified) {
      System.out.printf(
          "again %d %b%n", notModified.getCode(), notModified.getResponseBody().isEmpty());
    }
  }

  private static void handleAProblem(ApiClient client) throws Exception {
    try {
      new ClausesApi(client)
          .listClauses(
              ClausesApi.APIListClausesRequest.newBuilder()
                  .deal(DEAL)
                  .limit(1000)
                  .lang("fr")
                  .build());
    } catch (ApiException refused) {
      Problem problem =
          client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
      System.out.printf(
          "problem %d %s %s%n",
          problem.getStatus(), problem.getTitle(), problem.getErrors().get(0).getParameter());
    }
  }
}
