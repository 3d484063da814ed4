package org.clausebook.revision;

/**
 * What stands now of one dossier.
 *
 * @param current the revision readers see; null when there is none, or none any more
 * @param latestNumber number of its newest revision; 0 when it never was
 */
public record Standing(String dossier, Revision current, int latestNumber) {

  /** True when readers are told that it was withdrawn. */
  public boolean isWithdrawn() {
    return current == null && latestNumber > 0;
  }
}
