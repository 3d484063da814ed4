package org.clausebook;

import java.util.List;

/** Something to do instead of serving, that needs no database. */
public interface Command {

  String name();

  void run(List<String> arguments);
}
