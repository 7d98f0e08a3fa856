package org.customerfocus.gateway.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/// A client that sends the very bytes it is told to.
final class RawClient implements AutoCloseable {

  /// An answer as it came over the wire.
  ///
  /// @param headers by lower-case name
  record Answer(int status, SequencedMap<String, String> headers, String body) {

    String header(String name) {
      return headers.get(name);
    }
  }

  final Socket socket;
  final InputStream in;
  final OutputStream out;

  RawClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  static Answer ask(int port, String request) throws IOException {
    try (RawClient client = new RawClient(port)) {
      client.send(request);
      return client.read();
    }
  }

  void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  Answer read() throws IOException {
    Answer head = readHead();
    String length = head.header("content-length");
    if (length != null) {
      return with(
          head, new String(in.readNBytes(Integer.parseInt(length)), StandardCharsets.UTF_8));
    }
    if ("chunked".equals(head.header("transfer-encoding"))) {
      return with(head, readChunks());
    }
    return head;
  }

  Answer readHead() throws IOException {
    String line = readLine();
    if (!line.startsWith("HTTP/1.1 ")) {
      throw new IOException("No status line: " + line);
    }
    SequencedMap<String, String> headers = new TreeMap<>();
    for (String next = readLine(); !next.isEmpty(); next = readLine()) {
      int colon = next.indexOf(':');
      headers.merge(
          next.substring(0, colon).toLowerCase(Locale.ROOT),
          next.substring(colon + 1).strip(),
          (one, two) -> one + "|" + two);
    }
    return new Answer(Integer.parseInt(line.substring(9, 12)), headers, "");
  }

  boolean closedByServer() throws IOException {
    return in.read() < 0;
  }

  private String readChunks() throws IOException {
    StringBuilder body = new StringBuilder();
    while (true) {
      int size = Integer.parseInt(readLine(), 16);
      body.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
      readLine();
      if (size == 0) {
        return body.toString();
      }
    }
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("The connection ended after: " + line);
      }
      if (next == '\n') {
        return line.toString();
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
  }

  private static Answer with(Answer head, String body) {
    return new Answer(head.status(), head.headers(), body);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
