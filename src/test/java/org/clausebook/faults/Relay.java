package org.clausebook.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Passes connections on, as the network of a cluster does: a new one goes to the next of the ports
 * that are open to it at that moment; one that stands stays where it is.
 */
final class Relay implements AutoCloseable {

  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger turn = new AtomicInteger();
  private final Supplier<List<Integer>> ports;
  private volatile boolean swallows;

  Relay(Supplier<List<Integer>> ports) throws IOException {
    this.ports = ports;
    socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /** From now on nothing gets through, and nobody is told: no reset, no end. */
  void swallow() {
    swallows = true;
  }

  /** New connections get through again; those that were swallowed stay lost. */
  void passOn() {
    swallows = false;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        if (swallows) {
          continue;
        }
        List<Integer> open = ports.get();
        if (open.isEmpty()) {
          client.close();
          continue;
        }
        int port = open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        threads.execute(() -> pump(client, server));
        threads.execute(() -> pump(server, client));
      } catch (IOException e) {
        // A client gave up, or the relay is closed.
      }
    }
  }

  private void pump(Socket from, Socket to) {
    byte[] buffer = new byte[16_384];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      boolean lost = false;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        lost |= swallows;
        if (!lost) {
          to.getOutputStream().write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // Either side has closed; both are closed then.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
