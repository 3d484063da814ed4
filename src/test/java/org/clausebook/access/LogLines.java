package org.clausebook.access;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the application logs while this is open. */
final class LogLines extends Handler implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger("org.clausebook");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  LogLines() {
    LOG.addHandler(this);
  }

  String text() {
    return String.join("", lines);
  }

  @Override
  public void publish(LogRecord line) {
    lines.add(new SimpleFormatter().format(line));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOG.removeHandler(this);
  }
}
