package org.clausebook.http;

import java.io.IOException;

/** Writes answers of one kind in one media type. A feature adds the formats that only it has. */
public interface Renderer {

  String mediaType();

  boolean renders(Object answer);

  byte[] render(Object answer, Exchange exchange) throws IOException;
}
