package org.customerfocus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProxyStreamingTest {

  private static final int MEGA = 1 << 20;
  private static final int TOTAL = 256 * MEGA;
  // What the proxy and the sockets on both sides may hold while nobody reads.
  private static final int HELD = 32 * MEGA;

  @Test
  void aSlowReaderHoldsTheServiceBack() throws Exception {
    AtomicLong written = new AtomicLong();
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write(
                      "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(TOTAL));
                  byte[] piece = new byte[MEGA];
                  while (written.get() < TOTAL) {
                    connection.out.write(piece);
                    written.addAndGet(piece.length);
                  }
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send("GET /v1/export.csv HTTP/1.1\r\nHost: a\r\n\r\n");
      client.readHead();
      Thread.sleep(500);
      assertThat(written.get()).isLessThan(HELD);
      long read = 0;
      byte[] piece = new byte[MEGA];
      while (read < TOTAL) {
        read += client.in.readNBytes(piece, 0, MEGA);
      }
      assertThat(read).isEqualTo(TOTAL);
      assertThat(written.get()).isEqualTo(TOTAL);
    }
  }

  @Test
  void anAnswerArrivesWhileItIsStillBeingWritten() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write(
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n");
                  if (seen.await(5, TimeUnit.SECONDS)) {
                    connection.write("6\r\nsecond\r\n0\r\n\r\n");
                  }
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
      client.readHead();
      assertThat(client.in.readNBytes(10)).asString().isEqualTo("5\r\nfirst\r\n");
      seen.countDown();
      assertThat(client.in.readNBytes(16)).asString().isEqualTo("6\r\nsecond\r\n0\r\n\r\n");
    }
  }

  @Test
  void aServiceMayAnswerBeforeTheBodyIsWhole() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\nno");
                  connection.in.read();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
      RawClient.Answer got = client.read();
      assertThat(got.status()).isEqualTo(403);
      assertThat(got.header("connection")).isEqualTo("close");
      assertThat(got.body()).isEqualTo("no");
      client.send("x".repeat(96));
      assertThat(client.closedByServer()).isTrue();
    }
  }

  @Test
  void connectionsAreKeptOnBothSides() throws IOException {
    try (RawBackend backend =
            RawBackend.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      for (int i = 0; i < 5; i++) {
        client.send("GET /v1/%d HTTP/1.1\r\nHost: a\r\n\r\n".formatted(i));
        assertThat(client.read().body()).isEqualTo("ok");
      }
      assertThat(backend.accepted).hasSize(1);
    }
  }

  @Test
  void answersWithoutBodyStayWithoutOne() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write("HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n");
                  connection.readHead();
                  connection.write("HTTP/1.1 204 No Content\r\n\r\n");
                  connection.readHead();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n");
                  connection.readHead();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(client.readHead().headers().toString())
          .isEqualTo("{etag=\"7\", x-request-id=partner-0815}");
      client.send("DELETE / HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(client.readHead().headers().toString()).isEqualTo("{x-request-id=partner-0815}");
      client.send("HEAD / HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(client.readHead().headers().toString())
          .isEqualTo("{content-length=1234, x-request-id=partner-0815}");
      client.send("GET / HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(client.read().body()).isEmpty();
    }
  }
}
