package org.clausebook.http.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a collection. */
public class PageQuery {

  @Parameter(description = "How many items at most.", example = "20")
  @QueryParam("limit")
  @DefaultValue("20")
  @Min(1)
  @Max(100)
  public int limit;

  @Parameter(
      description =
          "Where to go on, from the link `next` of the page before; bound to the other parameters it was made with.")
  @QueryParam("cursor")
  @Size(min = 1, max = 500)
  @Pattern(regexp = "^[A-Za-z0-9_-]+$")
  public String cursor;
}
