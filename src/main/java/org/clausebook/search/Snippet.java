package org.clausebook.search;

/** A piece of a text as HTML: the matches marked, everything else escaped. */
final class Snippet {

  /** What the database puts around matches: characters of the private use area. */
  private static final char START = '\ue000';

  private static final char END = '\ue001';

  private Snippet() {}

  /**
   * @param marked the piece, with marks
   * @param text the whole it was cut from
   */
  static String html(String marked, String text) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (c == START || c == END) {
        if (open != (c == START)) {
          html.append(open ? "</mark>" : "<mark>");
          open = !open;
        }
        continue;
      }
      plain.append(c);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    if (open) {
      html.append("</mark>");
    }
    int at = text.indexOf(plain.toString());
    if (at > 0) {
      html.insert(0, "… ");
    }
    if (at >= 0 && at + plain.length() < text.length()) {
      html.append(" …");
    }
    return html.toString();
  }
}
