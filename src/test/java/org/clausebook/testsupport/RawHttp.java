package org.clausebook.testsupport;

import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Sends what no well-behaved client would, byte by byte as it is written. */
public final class RawHttp {

  private RawHttp() {}

  /**
   * What came back.
   *
   * @param headers names in lower case; several lines of a field are joined by a comma
   * @param body without compression
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Answer(int status, Map<String, String> headers, byte[] body) {

    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  public static Answer send(String method, String target, String... headerLines) {
    StringBuilder head =
        new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nHost: test\r\n");
    for (String line : headerLines) {
      head.append(line).append("\r\n");
    }
    return send(head.append("Connection: close\r\n\r\n").toString());
  }

  /** Sends a whole request as it stands. */
  public static Answer send(String request) {
    return send(request.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a whole request as it stands, its pieces one after the other. */
  public static Answer send(byte[]... request) {
    String start = new String(request[0], StandardCharsets.UTF_8);
    try {
      return parse(exchange(request), start.startsWith("HEAD "));
    } catch (IOException e) {
      throw new UncheckedIOException(start.lines().findFirst().orElse(""), e);
    }
  }

  /** All that comes back, however many answers it is, until the other side closes. */
  public static String everything(String request) {
    try {
      byte[] answers = exchange(request.getBytes(StandardCharsets.UTF_8));
      return new String(answers, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] exchange(byte[]... request) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      socket.setSoTimeout(20_000);
      for (byte[] piece : request) {
        socket.getOutputStream().write(piece);
      }
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    }
  }

  /** Until the end; of a stream, which has none, what came first. */
  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] chunk = new byte[64 * 1024];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      answer.write(chunk, 0, length);
      String head = answer.toString(StandardCharsets.ISO_8859_1).split("\r\n\r\n", 2)[0];
      if (head.toLowerCase(Locale.ROOT).contains("content-type: text/event-stream")) {
        return (head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
      }
    }
    return answer.toByteArray();
  }

  private static Answer parse(byte[] bytes, boolean head) throws IOException {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    if (all.startsWith("HTTP/1.1 100 ")) {
      int interim = all.indexOf("\r\n\r\n") + 4;
      return parse(Arrays.copyOfRange(bytes, interim, bytes.length), head);
    }
    int end = all.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("No answer: " + all);
    }
    String[] lines = all.substring(0, end).split("\r\n");
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.merge(
          lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
          new String(
              lines[i].substring(colon + 1).strip().getBytes(StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8),
          (first, second) -> first + ", " + second);
    }
    byte[] body = Arrays.copyOfRange(bytes, end + 4, bytes.length);
    if ("chunked".equals(headers.get("transfer-encoding"))) {
      body = unchunk(body);
    }
    if ("gzip".equals(headers.get("content-encoding")) && !head && body.length > 0) {
      try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
        body = plain.readAllBytes();
      }
    }
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body);
  }

  private static byte[] unchunk(byte[] body) {
    String all = new String(body, StandardCharsets.ISO_8859_1);
    List<String> chunks = new ArrayList<>();
    int at = 0;
    while (at < all.length()) {
      int line = all.indexOf("\r\n", at);
      int size = Integer.parseInt(all.substring(at, line), 16);
      if (size == 0) {
        break;
      }
      chunks.add(all.substring(line + 2, line + 2 + size));
      at = line + 4 + size;
    }
    return String.join("", chunks).getBytes(StandardCharsets.ISO_8859_1);
  }
}
