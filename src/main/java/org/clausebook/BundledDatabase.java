package org.clausebook;

/** A database that comes with the application. The production build has none. */
public interface BundledDatabase {

  /**
   * Starts it.
   *
   * @return its JDBC URL, with user and password
   */
  String start();
}
