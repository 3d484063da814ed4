package org.clausebook.page;

import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clausebook.http.Assets;
import org.clausebook.http.Exchange;
import org.clausebook.http.ProblemPage;
import org.clausebook.http.language.Language;
import org.clausebook.http.problem.Problem;

/** A page that cannot be shown: why, and where to go on. It needs neither API nor database. */
@ApplicationScoped
class HtmlProblemPage implements ProblemPage {

  private final Map<Language, Template> templates = new EnumMap<>(Language.class);

  HtmlProblemPage() {
    for (Language language : Language.values()) {
      templates.put(language, Templates.compile(language, "problem", "problem"));
    }
  }

  @Override
  public String of(Problem problem, Exchange exchange) {
    Language language = exchange.language();
    List<Map<String, Object>> faults = new ArrayList<>();
    problem
        .faults()
        .forEach(
            each ->
                faults.add(
                    Fields.of(
                        "parameter", each.parameter(), "detail", each.detail().in(language))));
    return templates
        .get(language)
        .execute(
            Fields.of(
                "t", Words.in(language).tree(),
                "lang", language.tag(),
                // It is told at any address, so nothing can be relative to that.
                "root", URI.create(exchange.addresses().base()).getRawPath(),
                "assets", Assets.VERSION,
                "title", problem.type().title().in(language),
                "status", problem.type().status(),
                "detail", problem.detail().in(language),
                "faults", faults,
                "hasFaults", !faults.isEmpty(),
                "isPassing", problem.type().status() >= 500,
                "request", exchange.requestId()));
  }
}
