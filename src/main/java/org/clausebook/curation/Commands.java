package org.clausebook.curation;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clausebook.change.PartChange;
import org.clausebook.dossier.Document;
import org.clausebook.dossier.DossierParser.Notation;
import org.clausebook.dossier.InvalidDocument;
import org.clausebook.http.problem.Problem;
import org.clausebook.revision.AuditChain;

/**
 * What an operator does on the server itself, instead of serving. Each prints what it found or did
 * and ends with 0, or with 1 when something is wrong.
 */
public final class Commands implements QuarkusApplication {

  private static final int MOST_SHOWN = 200;

  /** What stands in an argument for bytes that the locale cannot read. */
  private static final char UNREADABLE = '\uFFFD';

  private static final String USAGE =
      """
      verify-audit                              check the chain of hashes over the whole history
      adopt-bundled [--yes]                     show how the bundled dossiers differ; with --yes publish them
      import FILE… --note WHY                   publish dossiers (.yaml, .json); reference.yaml is the reference;
                                                .ndjson has one on each line and goes on where it was interrupted
      """;

  private final AuditChain audit;
  private final Adoption adoption;
  private final BulkImport bulk;

  Commands(AuditChain audit, Adoption adoption, BulkImport bulk) {
    this.audit = audit;
    this.adoption = adoption;
    this.bulk = bulk;
  }

  @Override
  public int run(String... arguments) {
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    try {
      return switch (arguments[0]) {
        case "verify-audit" -> rest.isEmpty() ? verify() : usage(arguments);
        case "adopt-bundled" ->
            rest.isEmpty() || rest.equals(List.of("--yes"))
                ? adopt(!rest.isEmpty())
                : usage(arguments);
        case "import" -> isImport(rest) ? bring(rest) : usage(arguments);
        default -> usage(arguments);
      };
    } catch (InvalidDocument e) {
      System.err.println("Refused, nothing was changed by it:\n" + e.getMessage());
      return 1;
    } catch (BulkImport.RefusedLine e) {
      System.err.println("Refused, everything before it was published: " + e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println("Cannot be read: " + e.getMessage());
      return 1;
    } catch (Problem e) {
      System.err.println("Refused, nothing was changed by it: " + e.detail().en());
      e.faults().forEach(fault -> System.err.println("  " + fault.detail().en()));
      return 1;
    }
  }

  private int verify() {
    AuditChain.Finding finding = audit.verify();
    finding.faults().forEach(System.err::println);
    if (!finding.faults().isEmpty()) {
      System.err.println("The history was tampered with.");
      return 1;
    }
    System.out.println(
        "The history holds: " + finding.lines() + " lines, the last with hash " + finding.head());
    return 0;
  }

  private int adopt(boolean publish) {
    Map<String, List<PartChange>> differences = adoption.differences();
    if (differences.isEmpty()) {
      System.out.println(
          "The bundled dossiers are the ones that stand; there is nothing to adopt.");
      return 0;
    }
    differences.forEach(
        (dossier, changes) -> {
          System.out.println(dossier + ":");
          changes.forEach(Commands::print);
        });
    if (publish) {
      adoption.publish(differences.keySet());
      System.out.println("Published.");
    } else {
      System.out.println("Nothing was changed; publish them with: adopt-bundled --yes");
    }
    return 0;
  }

  private static void print(PartChange part) {
    System.out.println("  " + part.change() + " " + part.section() + " " + part.id());
    if (part.fields() != null) {
      part.fields()
          .forEach(
              field ->
                  System.out.println(
                      "    "
                          + field.pointer()
                          + ": "
                          + shown(field.before())
                          + " → "
                          + shown(field.after())));
    }
  }

  private static String shown(Object value) {
    String text = value == null ? "–" : value.toString();
    return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
  }

  /** Files, then what was changed and why. */
  private static boolean isImport(List<String> arguments) {
    int note = arguments.indexOf("--note");
    return note > 0
        && note + 2 == arguments.size()
        && arguments.subList(0, note).stream().noneMatch(file -> file.startsWith("--"));
  }

  private int bring(List<String> arguments) throws IOException {
    int note = arguments.indexOf("--note");
    if (arguments.stream().anyMatch(each -> each.indexOf(UNREADABLE) >= 0)) {
      // A note is kept for ever.
      System.err.println(
          "What was typed has letters that the locale of this shell cannot read: set LC_ALL=C.UTF-8"
              + " and try again.");
      return 1;
    }
    for (String file : arguments.subList(0, note)) {
      Path path = Path.of(file);
      if (file.endsWith(".ndjson")) {
        System.out.println(
            file + ": " + bulk.publish(path, arguments.get(note + 1)) + " dossiers are published");
        continue;
      }
      Notation notation = file.endsWith(".json") ? Notation.JSON : Notation.YAML;
      System.out.println(
          file
              + ": "
              + adoption.bring(
                  path.getFileName().toString().startsWith("reference."),
                  Document.read(Files.readAllBytes(path), notation),
                  arguments.get(note + 1)));
    }
    return 0;
  }

  private static int usage(String... arguments) {
    System.err.print(
        "This cannot be done with '" + String.join(" ", arguments) + "'; write:\n" + USAGE);
    return 1;
  }
}
