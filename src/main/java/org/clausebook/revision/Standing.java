package org.clausebook.revision;

/**
 * What stands now of one dossier.
 *
 * @param current the revision readers see; null when there is none, or none any more
 * @param latest dataset number of its newest line in the log; 0 when it never was
 * @param latestNumber number of its newest revision; 0 when it never was
 */
public record Standing(String dossier, Revision current, long latest, int latestNumber) {

  /** True when readers are told that it was withdrawn. */
  public boolean isWithdrawn() {
    return current == null && latestNumber > 0;
  }
}
