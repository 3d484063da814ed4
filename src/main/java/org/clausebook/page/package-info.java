/**
 * The page for people at {@code /}: what the API knows, told to somebody who will never call it.
 *
 * <p>It is built on the public API alone. A {@link org.clausebook.page.View view} asks the API for
 * what it needs, through HTTP as any client does, and a logic-less template turns the answers into
 * HTML. The page therefore works without JavaScript; one small module only saves reloads. Every
 * state of it is an address: view, day, language, clause, comparison.
 *
 * <p>A view computes what is shown as plain maps (the templates see maps only: nothing is reached
 * by reflection), in the words of one language.
 */
package org.clausebook.page;
