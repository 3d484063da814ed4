package org.clausebook.bench;

import java.net.StandardSocketOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks one server the same questions over and over and prints what that costs: {@code NAME URL PID
 * POSTMASTER DEALS SECONDS}. The load runs in this process, on one thread and on loopback; what is
 * counted is the processor time of the server and of all processes of PostgreSQL.
 */
public final class Bench {

  private static final int CONNECTIONS = 32;
  private static final int WORKING_SET = 300;
  private static final int SETTLING_SECONDS = 30;
  private static final Pattern NEXT = Pattern.compile("<[^>]*?(/v1/deals\\?[^>]*)>; rel=\"next\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String name;
  private final URI server;
  private final long pid;
  private final long postmaster;
  private final int deals;
  private final int seconds;

  private Bench(String[] arguments) {
    this.name = arguments[0];
    this.server = URI.create(arguments[1]);
    this.pid = Long.parseLong(arguments[2]);
    this.postmaster = Long.parseLong(arguments[3]);
    this.deals = Integer.parseInt(arguments[4]);
    this.seconds = Integer.parseInt(arguments[5]);
  }

  public static void main(String... arguments) throws IOException, InterruptedException {
    new Bench(arguments).run();
  }

  private void run() throws IOException, InterruptedException {
    boolean sql = name.equals("sql");
    List<byte[]> deal = each(sql ? "/deal/%s" : "/v1/deals/%s");
    settle(deal);
    measure("deal", deal);
    measure("clauses", each(sql ? "/clauses/%s" : "/v1/deals/%s/clauses"));
    measure("page of 20", List.of(get(sql ? "/page/a" : "/v1/deals?limit=20", "")));
    measure(
        "deep page",
        List.of(get(sql ? "/page/made-" + Math.max(1, deals / 2) : deepPage(), "")));
    if (!sql) {
      measure("search", List.of(get("/v1/search?q=cloud", ""), get("/v1/search?q=licence", "")));
      measure("304", List.of(conditional("/v1/deals/" + slug(1))));
    }
    System.out.printf(Locale.ROOT, "%-8s resident memory %d MB%n", name, resident() / 1024);
  }

  /** As GenerateDeals gives it. */
  private static String slug(int number) {
    return "made-" + number;
  }

  private List<byte[]> each(String path) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 1; i <= Math.min(deals, WORKING_SET); i++) {
      // Spread over the whole record.
      int number = (int) (1 + (long) (i - 1) * deals / Math.min(deals, WORKING_SET));
      requests.add(get(String.format(Locale.ROOT, path, slug(number)), ""));
    }
    return requests;
  }

  private byte[] get(String path, String header) {
    return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] conditional(String path) throws IOException, InterruptedException {
    String tag = ask(path).headers().firstValue("ETag").orElseThrow();
    return get(path, "If-None-Match: " + tag + "\r\n");
  }

  /** Half the way through the list of deals, by the links of the pages before it. */
  private String deepPage() throws IOException, InterruptedException {
    String path = "/v1/deals?limit=100";
    for (int seen = 100; seen < deals / 2; seen += 100) {
      path = next(path);
    }
    String start = path.replace("limit=100", "limit=20");
    return deals > 20 ? next(start) : start;
  }

  private String next(String path) throws IOException, InterruptedException {
    Matcher next = NEXT.matcher(ask(path).headers().firstValue("Link").orElse(""));
    return next.find() ? next.group(1) : path;
  }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(server.resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** How fast it becomes as fast as it will be. */
  private void settle(List<byte[]> requests) throws IOException {
    List<Integer> answers = new ArrayList<>();
    for (int second = 0; second < SETTLING_SECONDS; second++) {
      Load load = new Load(server, CONNECTIONS);
      load.run(requests, 1);
      answers.add(load.answers);
    }
    double settled =
        answers.subList(SETTLING_SECONDS - 5, SETTLING_SECONDS).stream()
            .mapToInt(each -> each)
            .average()
            .orElseThrow();
    System.out.printf(
        Locale.ROOT,
        "%-8s deal        of %.0f/s once settled: %.2f in the first second, %.2f in the 5th, %.2f in the 15th%n",
        name,
        settled,
        answers.get(0) / settled,
        answers.get(4) / settled,
        answers.get(14) / settled);
  }

  private void measure(String what, List<byte[]> requests) throws IOException {
    new Load(server, 1).run(requests, 0.3);
    Load warm = new Load(server, CONNECTIONS);
    warm.run(requests, seconds);
    long before = processorTime();
    Load load = new Load(server, CONNECTIONS);
    long start = System.nanoTime();
    load.run(requests, seconds);
    double took = (System.nanoTime() - start) / 1e9;
    double cpu = (processorTime() - before) * 10_000.0 / load.answers;
    Load alone = new Load(server, 1);
    alone.run(requests, 1);
    System.out.printf(
        Locale.ROOT,
        "%-8s %-11s %8.0f/s  p50 %6.2f ms  p99 %7.2f ms  CPU %6.0f µs  unloaded p50 %5.2f ms%s%n",
        name,
        what,
        load.answers / took,
        load.percentile(50),
        load.percentile(99),
        cpu,
        alone.percentile(50),
        load.failures == 0 ? "" : "  " + load.failures + " FAILED");
  }

  /**
   * In hundredths of a second, as the kernel counts: the server and everything of PostgreSQL, also
   * what has ended.
   */
  private long processorTime() throws IOException {
    String[] parent = stat(postmaster);
    long sum = time(stat(pid)) + Long.parseLong(parent[13]) + Long.parseLong(parent[14]);
    try (var processes = Files.list(Path.of("/proc"))) {
      for (Path each : processes.filter(p -> p.getFileName().toString().matches("\\d+")).toList()) {
        try {
          String[] stat = stat(Long.parseLong(each.getFileName().toString()));
          if (Long.parseLong(stat[1]) == postmaster) {
            sum += time(stat);
          }
        } catch (IOException gone) {
          // What ended between the two looks is in its parent's count.
        }
      }
    }
    return sum;
  }

  private static long time(String[] stat) {
    return Long.parseLong(stat[11]) + Long.parseLong(stat[12]);
  }

  /** The fields after the name, which may hold spaces. */
  private static String[] stat(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
  }

  private long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  /** Keeps every connection busy with one request at a time. */
  private static final class Load {

    private final URI server;
    private final int connections;
    private long[] nanos = new long[1 << 16];
    private int answers;
    private int failures;

    Load(URI server, int connections) {
      this.server = server;
      this.connections = connections;
    }

    private static final class Connection {
      final ByteBuffer in = ByteBuffer.allocate(1 << 18);
      long sent;
    }

    void run(List<byte[]> requests, double seconds) throws IOException {
      int next = 0;
      try (Selector selector = Selector.open()) {
        for (int i = 0; i < connections; i++) {
          SocketChannel channel =
              SocketChannel.open(new InetSocketAddress(server.getHost(), server.getPort()));
          channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
          channel.configureBlocking(false);
          Connection connection = new Connection();
          channel.register(selector, SelectionKey.OP_READ, connection);
          send(channel, connection, requests.get(next++ % requests.size()));
        }
        long end = System.nanoTime() + (long) (seconds * 1e9);
        // However slow it is, everything has been asked for once: what is kept is kept after warming up.
        while (System.nanoTime() < end || answers < requests.size()) {
          selector.select(100);
          Iterator<SelectionKey> ready = selector.selectedKeys().iterator();
          while (ready.hasNext()) {
            SelectionKey key = ready.next();
            ready.remove();
            Connection connection = (Connection) key.attachment();
            SocketChannel channel = (SocketChannel) key.channel();
            if (channel.read(connection.in) < 0) {
              throw new IOException("The server closed a connection");
            }
            if (isWhole(connection)) {
              record(System.nanoTime() - connection.sent);
              send(channel, connection, requests.get(next++ % requests.size()));
            }
          }
        }
        for (SelectionKey key : selector.keys()) {
          key.channel().close();
        }
      }
    }

    private static void send(SocketChannel channel, Connection connection, byte[] request)
        throws IOException {
      connection.in.clear();
      connection.sent = System.nanoTime();
      ByteBuffer out = ByteBuffer.wrap(request);
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    private boolean isWhole(Connection connection) {
      byte[] bytes = connection.in.array();
      int length = connection.in.position();
      for (int i = 3; i < length; i++) {
        if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
          int status = (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
          int body = status == 304 ? 0 : contentLength(bytes, i);
          if (length < i + 1 + body) {
            return false;
          }
          failures += status >= 400 ? 1 : 0;
          return true;
        }
      }
      return false;
    }

    private static int contentLength(byte[] head, int end) {
      byte[] name = "\ncontent-length: ".getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i + name.length < end; i++) {
        int matched = 0;
        while (matched < name.length && (head[i + matched] | (matched == 0 ? 0 : 0x20)) == name[matched]) {
          matched++;
        }
        if (matched == name.length) {
          int length = 0;
          for (int j = i + matched; head[j] != '\r'; j++) {
            length = length * 10 + head[j] - '0';
          }
          return length;
        }
      }
      throw new IllegalStateException("An answer without Content-Length");
    }

    private void record(long taken) {
      if (answers == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * nanos.length);
      }
      nanos[answers++] = taken;
    }

    double percentile(int percent) {
      long[] sorted = Arrays.copyOf(nanos, answers);
      Arrays.sort(sorted);
      return answers == 0 ? Double.NaN : sorted[Math.min(answers - 1, answers * percent / 100)] / 1e6;
    }
  }
}
