/**
 * A PostgreSQL for a machine that has none: the convenience of the default build, which the
 * production build leaves out ({@code -Dproduction} drops this source folder and its libraries).
 *
 * <p>It is found through {@link java.util.ServiceLoader} and nothing may refer to it by name, or the
 * production build would not compile. Its directory belongs to one process at a time; what is in it
 * is never deleted here.
 */
package org.clausebook.embedded;
