package org.clausebook.curation;

import java.io.PrintStream;
import java.util.Locale;

/** How far a long command has come: redrawn on a terminal, a line every tenth elsewhere. */
final class ProgressBar {

  private static final int WIDTH = 40;

  private final PrintStream out;
  private final boolean redraws;
  private final int total;
  private final int before;
  private final long start = System.nanoTime();
  private int told;

  /**
   * @param before how many were done already
   */
  ProgressBar(PrintStream out, int total, int before) {
    this.out = out;
    String terminal = System.getenv("TERM");
    this.redraws = terminal != null && !terminal.equals("dumb");
    this.total = total;
    this.before = before;
    this.told = tenths(before);
  }

  void at(int done) {
    if (!redraws && tenths(done) == told) {
      return;
    }
    told = tenths(done);
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    double rate = (done - before) / seconds;
    int filled = total == 0 ? WIDTH : (int) ((long) WIDTH * done / total);
    out.printf(
        Locale.ROOT,
        "%s[%s%s] %,d of %,d, %.0f a second, %s left%s",
        redraws ? "\r" : "",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        total,
        rate,
        rate == 0 ? "?" : duration(Math.round((total - done) / rate)),
        redraws && done < total ? "   " : System.lineSeparator());
    out.flush();
  }

  private int tenths(int done) {
    return total == 0 ? 10 : (int) (10L * done / total);
  }

  private static String duration(long seconds) {
    return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
  }
}
