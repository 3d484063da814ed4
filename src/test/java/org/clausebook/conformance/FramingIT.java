package org.clausebook.conformance;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same of what was packaged: a jar, a container, a native binary. */
@QuarkusIntegrationTest
class FramingIT extends FramingTest {}
