package org.clausebook.curation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CommandsTest {

  private final Commands commands = new Commands(null, null, null);

  @Test
  void whatTheLocaleCannotReadIsNotKeptForEver() {
    String told = refused("import", "deal.yaml", "--note", "\uFFFD\uFFFDt\uFFFD\uFFFD");
    assertTrue(told.contains("LC_ALL=C.UTF-8"), told);
    String named = refused("import", "trait\uFFFD\uFFFD.ndjson", "--note", "Read again");
    assertTrue(named.contains("LC_ALL=C.UTF-8"), named);
  }

  private String refused(String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      assertEquals(1, commands.run(arguments));
    } finally {
      System.setErr(before);
    }
    return told.toString(StandardCharsets.UTF_8);
  }
}
