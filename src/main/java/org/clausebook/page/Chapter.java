package org.clausebook.page;

import java.util.Map;

/** Tells one view of a deal: from the answers of the API to what its template shows. */
interface Chapter {

  View view();

  Map<String, Object> tell(Desk desk);

  /** What the page is called in the history of the browser. */
  default String title(Desk desk) {
    return desk.words().of("menu." + view());
  }
}
