package org.clausebook.http.conditional;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag that tells one state of a representation from another (RFC 9110 §8.8.3).
 *
 * @param opaque without the quotes
 */
public record EntityTag(String opaque, boolean weak) {

  // etagc = %x21 / %x23-7E / obs-text: commas and spaces outside the quotes only.
  private static final Pattern TAG =
      Pattern.compile("\\G[\\s,]*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?=,|$)");

  public static EntityTag strong(String opaque) {
    return new EntityTag(opaque, false);
  }

  /** The tags of a list, as far as it is well-formed. */
  static List<EntityTag> list(String field) {
    List<EntityTag> tags = new ArrayList<>();
    Matcher matcher = TAG.matcher(field);
    while (matcher.find()) {
      tags.add(new EntityTag(matcher.group(2), matcher.group(1) != null));
    }
    return tags;
  }

  /** Strong comparison (§8.8.3.2): for what is about to be written. */
  boolean isSame(EntityTag other) {
    return !weak && !other.weak && opaque.equals(other.opaque);
  }

  /** Weak comparison (§8.8.3.2): for what is read. */
  boolean isLike(EntityTag other) {
    return opaque.equals(other.opaque);
  }

  /** True when a field has this tag alone, as it was sent: so it is nearly always. */
  boolean isAllOf(String field) {
    return !weak && field.equals(toString());
  }

  @Override
  public String toString() {
    return (weak ? "W/" : "") + '"' + opaque + '"';
  }
}
