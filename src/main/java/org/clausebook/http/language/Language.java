package org.clausebook.http.language;

/** The languages of the record. */
public enum Language {
  FR,
  EN;

  /** BCP 47 tag. */
  public String tag() {
    return this == FR ? "fr" : "en";
  }
}
