package org.clausebook.page;

import java.util.Map;

/** Tells one view of a deal: from the answers of the API to what its template shows. */
interface PageView {

  View view();

  Map<String, Object> show(PageContext page);

  /** What the page is called in the history of the browser. */
  default String title(PageContext page) {
    return page.words().of("menu." + view());
  }
}
