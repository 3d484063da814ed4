package org.clausebook.revision;

/**
 * Fired on every replica when something became visible, or was withdrawn: within moments where it
 * was written, within two seconds elsewhere. It may come twice, and never before readers see it.
 */
public record Published(String dossier, long dataset) {}
