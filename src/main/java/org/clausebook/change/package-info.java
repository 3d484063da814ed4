/**
 * What changed: from one revision of a dossier to another, part by part, and across all dossiers in
 * the order in which changes became visible. The feed tells of the same log as a page, as Atom and
 * as a stream; whoever has followed it to a number has missed nothing before it.
 */
package org.clausebook.change;
