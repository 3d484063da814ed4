package org.clausebook.http;

import java.util.Map;

/** An answer with links of its own; those with a registered relation are repeated as header. */
public interface Linked {

  /** By relation, as the body names them. */
  Map<String, Link> links();
}
