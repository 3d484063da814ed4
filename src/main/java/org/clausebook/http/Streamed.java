package org.clausebook.http;

/** An answer that goes on for as long as the client listens. */
public interface Streamed {

  /** Sends the head of the answer and keeps hold of the response. */
  void open(Exchange exchange);
}
