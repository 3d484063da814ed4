package org.clausebook.http;

/** The form of an identifier. Identifiers are part of the contract and never reused. */
public final class Slug {

  public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
  public static final int MAX_LENGTH = 80;

  private Slug() {}
}
