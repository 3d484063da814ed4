/**
 * The page for people in a real browser: walks as readers take them, with the keyboard too, at the
 * width of a phone and of a desk; and Swagger UI. It needs Chromium (Debian: {@code apt-get install
 * chromium}) and runs on demand: {@code ./mvnw -Pbrowser test}; continuous integration does so where
 * there is one. Screenshots and prints are left in {@code target/screenshots}.
 */
package org.clausebook.browser;
