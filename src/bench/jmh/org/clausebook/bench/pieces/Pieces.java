package org.clausebook.bench.pieces;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clausebook.clause.ClauseState;
import org.clausebook.clause.Happenings;
import org.clausebook.dossier.Dossier;
import org.clausebook.dossier.DossierParser;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.Reference;
import org.clausebook.http.conditional.EntityTag;
import org.clausebook.http.conditional.Preconditions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The pieces whose cost decides that of a whole: reading a stored document (an answer about a deal
 * that nobody asked for lately), checking one (every write, every line of an import), standing on a
 * day (every clause of every answer), and the conditions of a request (every 304).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class Pieces {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

  private Reference reference;
  private Dossier dossier;
  private byte[] stored;
  private final EntityTag tag = EntityTag.strong("dGhlIHN0YXRlIHlvdSByZWFk-gzip");
  private final Preconditions conditions =
      new Preconditions(null, "W/\"a,b\", \"c\", \"dGhlIHN0YXRlIHlvdSByZWFk-gzip\"");

  @Setup
  public void read() throws IOException {
    reference = DossierParser.reference(bundled("reference"), Notation.YAML);
    dossier = DossierParser.dossier(bundled("microsoft-openai"), Notation.YAML, reference);
    stored = DossierParser.json(dossier);
  }

  private static byte[] bundled(String name) throws IOException {
    try (InputStream in = Dossier.class.getResourceAsStream("/dossiers/" + name + ".yaml")) {
      return in.readAllBytes();
    }
  }

  @Benchmark
  public Dossier readStored() {
    return DossierParser.stored(stored, Dossier.class);
  }

  @Benchmark
  public Dossier checkPublished() {
    return DossierParser.dossier(stored, Notation.JSON, reference);
  }

  @Benchmark
  public byte[] writeCanonically() {
    return DossierParser.json(dossier);
  }

  @Benchmark
  public List<ClauseState> statesOfAllClauses() {
    Happenings happenings = Happenings.of(dossier);
    return dossier.clauses().stream()
        .map(clause -> ClauseState.of(dossier, clause, DAY, happenings))
        .toList();
  }

  @Benchmark
  public Preconditions.Outcome conditions() {
    return conditions.forReading(tag);
  }
}
