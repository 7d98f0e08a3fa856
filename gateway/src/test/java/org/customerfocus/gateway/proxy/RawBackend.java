package org.customerfocus.gateway.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A service made of bare sockets, so that a test sees the very bytes that the proxy sends and can
/// answer what no decent server would.
final class RawBackend implements AutoCloseable {

  /// What happens on one connection.
  interface Script {
    void play(Connection connection) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
  final BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();

  RawBackend(Script script) throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  Socket socket = server.accept();
                  accepted.add(socket);
                  Thread.ofPlatform().daemon().start(() -> run(script, socket));
                } catch (SocketException closed) {
                  return;
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }
            });
  }

  /// Answers every request, bodies of announced length included, with the same text.
  static RawBackend answering(String answer) throws IOException {
    return new RawBackend(
        connection -> {
          while (connection.readHead() != null) {
            connection.write(answer);
          }
        });
  }

  int port() {
    return server.getLocalPort();
  }

  String nextHead() throws InterruptedException {
    String head = heads.poll(5, TimeUnit.SECONDS);
    if (head == null) {
      throw new AssertionError("No request reached the service");
    }
    return head;
  }

  private void run(Script script, Socket socket) {
    try (socket) {
      script.play(new Connection(socket));
    } catch (IOException | InterruptedException e) {
      // The proxy broke off, or the test is over.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : accepted) {
      socket.close();
    }
  }

  final class Connection {

    final Socket socket;
    final InputStream in;
    final OutputStream out;

    Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /// The head of the next request, or null when the connection was closed.
    String readHead() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
        int next = in.read();
        if (next < 0) {
          return null;
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      return head.toString();
    }

    byte[] readBody(int length) throws IOException {
      return in.readNBytes(length);
    }

    void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /// Closes with a reset instead of an orderly end.
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
