package org.clausebook.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What Clausebook is held against: the least that a server on the same library can do. {@code memory
 * PORT ORIGIN} serves the bytes that Clausebook at the origin serves, from a map; {@code sql PORT
 * DATABASE} answers the same questions with one prepared, pipelined statement each, in which
 * PostgreSQL makes the JSON. Neither negotiates, validates, counts or logs anything.
 */
public final class Peer {

  private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
  private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");

  private Peer() {}

  public static void main(String... arguments) {
    int port = Integer.parseInt(arguments[1]);
    Vertx vertx = Vertx.vertx();
    int loops = 2 * Runtime.getRuntime().availableProcessors();
    boolean memory = arguments[0].equals("memory");
    vertx
        .deployVerticle(
            () -> memory ? new Memory(port, arguments[2]) : new Sql(port, arguments[2]),
            new DeploymentOptions().setInstances(loops))
        .onFailure(
            failure -> {
              failure.printStackTrace();
              System.exit(1);
            });
  }

  private record Kept(
      Buffer body, CharSequence tag, CharSequence cacheControl, CharSequence vary, String link) {}

  private static final class Memory extends AbstractVerticle {

    private static final Map<String, Kept> KEPT = new ConcurrentHashMap<>();

    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String origin;

    Memory(int port, String origin) {
      this.port = port;
      this.origin = origin;
    }

    @Override
    public void start() {
      vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    private void answer(HttpServerRequest request) {
      Kept kept = KEPT.get(request.uri());
      if (kept == null) {
        kept = fetch(request.uri());
        KEPT.put(request.uri(), kept);
      }
      HttpServerResponse response = request.response();
      response.headers().set(HttpHeaders.ETAG, kept.tag());
      response.headers().set(HttpHeaders.CACHE_CONTROL, kept.cacheControl());
      response.headers().set(HttpHeaders.VARY, kept.vary());
      if (kept.link() != null) {
        // Bench walks by it.
        response.headers().set(LINK, kept.link());
      }
      String condition = request.headers().get(HttpHeaders.IF_NONE_MATCH);
      if (condition != null && condition.contentEquals(kept.tag())) {
        response.setStatusCode(304).end();
        return;
      }
      response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
      response.end(kept.body());
    }

    private Kept fetch(String uri) {
      try {
        HttpResponse<byte[]> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(origin + uri)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return new Kept(
            Buffer.buffer(answer.body()),
            HttpHeaders.createOptimized(answer.headers().firstValue("ETag").orElseThrow()),
            HttpHeaders.createOptimized(answer.headers().firstValue("Cache-Control").orElseThrow()),
            HttpHeaders.createOptimized(answer.headers().firstValue("Vary").orElseThrow()),
            answer.headers().firstValue("Link").orElse(null));
      } catch (IOException e) {
        throw new IllegalStateException(uri, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Sql extends AbstractVerticle {

    private static final String SUMMARY =
        """
        json_build_object('id', d.id, 'title', d.title_en, 'summary', d.summary_en, 'status', d.status,
          'reviewed', d.reviewed, 'firstSigned', d.first_signed,
          'parties', (select json_agg(json_build_object('id', s.id, 'name', s.name_en) order by s.id)
            from deal_party p join stakeholder s on s.revision = p.reference and s.id = p.stakeholder
            where p.revision = d.revision))
        """;
    private static final String DEAL =
        "select cast(" + SUMMARY + " as text) from dossier x join deal d on d.revision = x.current where x.id = $1";
    private static final String CLAUSES =
        """
        select cast(json_build_object('items', json_agg(json_build_object('id', c.id, 'theme', c.theme,
          'title', c.title_en, 'subject', c.subject_en,
          'stakeholders', (select json_agg(json_build_object('id', s.stakeholder, 'side', s.side))
            from clause_stakeholder s where s.revision = c.revision and s.clause = c.id),
          'term', (select json_build_object('from', t.valid_from, 'until', t.valid_until, 'text', t.text_en,
              'exclusive', t.exclusive, 'introducedBy', t.introduced_by,
              'citations', (select json_agg(json_build_object('source', i.source, 'statement', i.statement, 'evidence', m.evidence))
                from citation i join statement m on m.revision = i.statement_revision and m.source = i.source and m.id = i.statement
                where i.revision = t.revision and i.fact_kind = 'term' and i.fact_id = t.clause || '/' || t.valid_from))
            from term t where t.revision = c.revision and t.clause = c.id and t.valid_from <= current_date
              and (t.valid_until is null or t.valid_until > current_date))) order by c.position)) as text)
        from dossier x join clause c on c.revision = x.current where x.id = $1
        """;
    private static final String PAGE =
        "select cast(json_build_object('items', json_agg(item)) as text) from (select "
            + SUMMARY
            + " as item from dossier x join deal d on d.revision = x.current"
            + " where x.kind = 'deal' and x.id > $1 order by x.id limit 20) page";

    private final int port;
    private final String database;
    private Pool pool;

    Sql(int port, String database) {
      this.port = port;
      this.database = database;
    }

    @Override
    public void start() {
      PgConnectOptions options =
          PgConnectOptions.fromUri(database).setCachePreparedStatements(true).setPipeliningLimit(64);
      pool =
          PgBuilder.pool()
              .with(new PoolOptions().setMaxSize(2))
              .connectingTo(options)
              .using(vertx)
              .build();
      vertx.createHttpServer().requestHandler(this::answer).listen(port, "127.0.0.1");
    }

    /** /deal/ID, /clauses/ID, /page/AFTER. */
    private void answer(HttpServerRequest request) {
      String[] path = request.path().split("/", 3);
      String statement =
          switch (path[1]) {
            case "deal" -> DEAL;
            case "clauses" -> CLAUSES;
            default -> PAGE;
          };
      pool.preparedQuery(statement)
          .execute(Tuple.of(path.length > 2 ? path[2] : ""))
          .onSuccess(
              rows -> {
                request.response().headers().set(HttpHeaders.CONTENT_TYPE, JSON);
                request.response().end(rows.iterator().next().getString(0));
              })
          .onFailure(failure -> request.response().setStatusCode(500).end(failure.toString()));
    }
  }
}
