package org.clausebook.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clausebook.testsupport.ClausebookTest;
import org.junit.jupiter.api.Test;

/**
 * Clients made from the committed contract by the generators that its users have, compiled, and
 * used as in {@code src/test/clients}: all pages are walked, a 304 is followed and a problem
 * handled. Nothing that is generated is kept.
 */
@ClausebookTest
class GeneratedClientsTest {

  private static final Path SOURCES = Path.of("src/test/clients").toAbsolutePath();
  private static final Path CONTRACT = Path.of("openapi").toAbsolutePath();
  private static final Path TARGET = Path.of("target/clients").toAbsolutePath();
  private static final Path GENERATOR = TARGET.resolve("openapi-generator-cli.jar");
  private static final List<String> TOLD =
      List.of(
          "clauses 17 17",
          "first corporate-structure inForce",
          "again 304 true",
          "problem 400 Paramètre invalide limit");

  @Test
  void javaClientIsGeneratedCompiledAndUsed() throws Exception {
    Path folder = empty(TARGET.resolve("java"));
    Program.run(
        folder,
        java("java"),
        "-jar",
        GENERATOR.toString(),
        "generate",
        "-g",
        "java",
        "--library",
        "native",
        "-i",
        CONTRACT.resolve("openapi.json").toString(),
        "-o",
        folder.toString(),
        "--package-name",
        "client",
        "--invoker-package",
        "client",
        "--api-package",
        "client.api",
        "--model-package",
        "client.model",
        "--additional-properties",
        "openApiNullable=false,useJakartaEe=true,useSingleRequestParameter=true");
    List<String> compile =
        new ArrayList<>(
            List.of(java("javac"), "-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", "classes"));
    try (Stream<Path> files = Files.walk(folder.resolve("src/main/java"))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(compile::add);
    }
    compile.add(SOURCES.resolve("java/Walk.java").toString());
    compile.addAll(List.of("-cp", System.getProperty("java.class.path")));
    Program.run(folder, compile.toArray(String[]::new));
    assertEquals(
        TOLD,
        Program.run(
            folder,
            java("java"),
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            "classes" + File.pathSeparator + System.getProperty("java.class.path"),
            "Walk",
            address()));
  }

  @Test
  void typeScriptClientIsGeneratedCompiledAndUsed() throws Exception {
    assumeTrue(
        Program.isThere("node") && Program.isThere("npm"),
        "The TypeScript client is not tried: that needs Node.js and npm, and they are not here.");
    Path folder = empty(TARGET.resolve("typescript"));
    for (String name : List.of("package.json", "package-lock.json", "tsconfig.json", "walk.ts")) {
      Files.copy(SOURCES.resolve("typescript").resolve(name), folder.resolve(name));
    }
    Program.run(
        folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline");
    String tools = folder.resolve("node_modules/.bin") + File.separator;
    String contract = CONTRACT.resolve("openapi.yaml").toString();
    Program.run(folder, tools + "openapi-typescript", contract, "-o", "contract.d.ts");
    Program.run(folder, tools + "tsc", "-p", ".");
    assertEquals(TOLD, Program.run(folder, "node", "walk.js", address()));
  }

  private static String java(String program) {
    return Path.of(System.getProperty("java.home"), "bin", program).toString();
  }

  private static String address() {
    return "http://localhost:" + RestAssured.port;
  }

  private static Path empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
    return Files.createDirectories(folder);
  }
}
