package org.clausebook;

import java.util.Map;

/** A database that comes with the application. The production build has none. */
public interface BundledDatabase {

  /**
   * Starts it.
   *
   * @return the settings by which the application finds it, by their keys
   */
  Map<String, String> start();
}
