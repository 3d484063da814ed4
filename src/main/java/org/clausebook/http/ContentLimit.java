package org.clausebook.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.clausebook.http.problem.Problem;
import org.clausebook.http.problem.ProblemType;

/** Content is read no further than it may be long, whether or not its length was announced. */
@ApplicationScoped
@Provider
class ContentLimit implements ReaderInterceptor {

  private final long max;

  ContentLimit(HttpConfig config) {
    this.max = config.maxContent();
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Limited(context.getInputStream()));
    return context.proceed();
  }

  /**
   * Refuses what is announced to be too long.
   *
   * @param length digits
   */
  void require(String length) {
    if (length.length() > 18 || Long.parseLong(length) > max) {
      throw exceeded();
    }
  }

  private Problem exceeded() {
    return ProblemType.CONTENT_TOO_LARGE.because(
        "The content is larger than %d bytes.", "Le contenu dépasse %d octets.", max);
  }

  private final class Limited extends FilterInputStream {

    private long left = max;

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(0, read));
      return read;
    }

    @Override
    public long skip(long length) throws IOException {
      long skipped = super.skip(length);
      count(skipped);
      return skipped;
    }

    private void count(long read) {
      left -= read;
      if (left < 0) {
        throw exceeded();
      }
    }

    /** What was not read by then is not read at all: the stream beneath would do it here. */
    @Override
    public void close() {}
  }
}
