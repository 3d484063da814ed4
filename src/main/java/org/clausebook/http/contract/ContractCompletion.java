package org.clausebook.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.tags.Tag;

/**
 * Adds to the contract, at build time, what the HTTP layer does for every operation, so that a
 * resource says only what it serves.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractCompletion implements OASFilter {

  @Override
  public void filterOpenAPI(OpenAPI contract) {
    new Schemas(contract).complete();
    ProblemResponses problems = new ProblemResponses(contract);
    Examples examples = new Examples(contract);
    contract
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) ->
                item.getOperations()
                    .forEach(
                        (method, operation) -> {
                          new OperationCompletion(contract, problems, path, operation)
                              .complete(method == HttpMethod.GET);
                          examples.addTo(operation);
                        }));
    contract.getComponents().setResponses(new TreeMap<>(contract.getComponents().getResponses()));
    new Schemas(contract).prune();
    if (contract.getTags() != null) {
      Set<String> used =
          contract.getPaths().getPathItems().values().stream()
              .flatMap(path -> path.getOperations().values().stream())
              .flatMap(operation -> operation.getTags().stream())
              .collect(Collectors.toSet());
      List<Tag> tags = new ArrayList<>(contract.getTags());
      // A tag stands here as often as somebody named it; the one with a description is kept.
      tags.sort(Comparator.comparing((Tag tag) -> tag.getDescription() == null));
      Set<String> seen = new HashSet<>();
      tags.removeIf(tag -> !used.contains(tag.getName()) || !seen.add(tag.getName()));
      tags.sort(Comparator.comparing(Tag::getName));
      contract.setTags(tags);
    }
  }
}
