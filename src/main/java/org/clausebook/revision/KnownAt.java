package org.clausebook.revision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The clock of what was known, for what has no other. */
public class KnownAt {

  @Parameter(
      description =
          "What Clausebook knew at this instant (RFC 3339); now when absent. The revision published by then answers.",
      example = "2026-11-23T12:00:00Z")
  @QueryParam("knownAt")
  public OffsetDateTime knownAt;

  @Parameter(
      description =
          "Pins the answer to the state after this publication of the record, for ever; links with the relation `cite-as` use it. Not together with `knownAt`.",
      example = "2")
  @QueryParam("dataset")
  @Min(1)
  @Max(Long.MAX_VALUE)
  public Long dataset;

  /** The parameters that pin an answer to the state after a publication for ever. */
  public static Map<String, String> pins(long dataset) {
    return Map.of("dataset", Long.toString(dataset), "knownAt", "");
  }

  /** True when what is known now is asked for. */
  boolean isNow() {
    return knownAt == null && dataset == null;
  }

  /** Asks for the state after a publication, whatever was asked for before. */
  public void pin(long dataset) {
    this.dataset = dataset;
    this.knownAt = null;
  }
}
