package org.clausebook.revision;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The two clocks a question is asked by: what was in force, and what was known. */
public class Clocks {

  @Parameter(
      description =
          "The day the answer is about (RFC 3339 full-date, UTC); today when absent. In the future: what is known today to hold then.",
      example = "2025-10-28")
  @QueryParam("asOf")
  public LocalDate asOf;

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

  /** Asks for the state after a publication, whatever was asked for before. */
  public void pin(long dataset) {
    this.dataset = dataset;
    this.knownAt = null;
  }
}
