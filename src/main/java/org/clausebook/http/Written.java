package org.clausebook.http;

import org.clausebook.http.conditional.EntityTag;

/**
 * What a write came to. It is never cached, and no condition is evaluated on it again: that was
 * done before anything was written.
 *
 * @param status 200, 201 or 204
 * @param report what is told of it, already in the negotiated form; null for 204
 * @param tag of the representation that the next reading gives; null where nothing was written
 * @param location address of what was created; null where nothing was
 */
public record Written(int status, Content report, EntityTag tag, Link location) {

  public Written with(EntityTag newTag) {
    return new Written(status, report, newTag, location);
  }
}
