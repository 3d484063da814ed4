package org.clausebook.page;

import com.samskivert.mustache.Template;
import io.quarkus.arc.All;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.clausebook.http.Exchange;
import org.clausebook.http.language.Language;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** Puts what a view shows into its template, and that into the layout of every page. */
@ApplicationScoped
class PageWriter {

  /** Each asks for some twenty things at once, and two hundred threads answer everybody. */
  private static final int AT_A_TIME = 6;

  private static final int WAITING = 1000;

  private final Api api;
  private final Layout layout;
  private final Map<View, PageView> views = new EnumMap<>(View.class);
  private final Map<Language, Map<View, Template>> templates = new EnumMap<>(Language.class);

  /**
   * A page waits for the API, which the worker threads serve. It waits in threads of its own, so
   * that no rush for pages can leave the API without one.
   */
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_A_TIME, AT_A_TIME, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));

  PageWriter(Api api, Layout layout, @All List<PageView> views) {
    this.api = api;
    this.layout = layout;
    threads.allowCoreThreadTimeOut(true);
    views.forEach(each -> this.views.put(each.view(), each));
    for (Language language : Language.values()) {
      Map<View, Template> ofLanguage = new EnumMap<>(View.class);
      for (View view : View.values()) {
        ofLanguage.put(view, Templates.compile(language, "page", view.name()));
      }
      templates.put(language, ofLanguage);
    }
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }

  CompletionStage<String> write(PageQuery query, Exchange exchange) {
    try {
      return CompletableFuture.supplyAsync(() -> page(query, exchange), threads);
    } catch (RejectedExecutionException e) {
      throw tooMany();
    }
  }

  private String page(PageQuery query, Exchange exchange) {
    if (!exchange.isAwaited()) {
      throw tooMany();
    }
    PageContext page = new PageContext(api, exchange, query);
    PageView view = views.get(query.view());
    Map<String, Object> shown = new LinkedHashMap<>(view.show(page));
    shown.putAll(layout.around(page, view));
    return templates.get(exchange.language()).get(query.view()).execute(shown);
  }

  private static Problem tooMany() {
    return ProblemType.UNAVAILABLE
        .because(
            "Too many pages are being written at the moment.",
            "Trop de pages s’écrivent en ce moment.")
        .retryAfter(1);
  }
}
