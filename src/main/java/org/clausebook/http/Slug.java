package org.clausebook.http;

/** The forms of identifiers. Identifiers are part of the contract and never reused. */
public final class Slug {

  public static final String PATTERN = "^[a-z0-9]+(-[a-z0-9]+)*$";
  public static final int MAX_LENGTH = 80;

  /** Code of a region, such as FR or EU. */
  public static final String REGION = "^[A-Z][A-Z0-9]{1,15}$";

  public static final int REGION_MAX_LENGTH = 16;

  private Slug() {}
}
