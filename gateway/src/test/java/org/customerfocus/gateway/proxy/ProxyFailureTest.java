package org.customerfocus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProxyFailureTest {

  private static final String GET =
      "GET /v1/a HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n";
  private static final String UNREACHABLE =
      """
      {"type":"/problems/bad-gateway","title":"A service did not answer properly","status":502,\
      "detail":"The survey service cannot be reached or broke off. Try again shortly.",\
      "instance":"/v1/a","requestId":"partner-0815"}""";

  @Test
  void aServiceThatIsNotThereIs502() throws IOException {
    int free;
    try (ServerSocket unused = new ServerSocket(0)) {
      free = unused.getLocalPort();
    }
    try (ProxyFixture proxy = new ProxyFixture(free)) {
      assertUnreachable(RawClient.ask(proxy.port(), GET));
    }
  }

  @Test
  void aServiceThatBreaksOffBeforeItAnswersIs502() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.reset();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      assertUnreachable(RawClient.ask(proxy.port(), GET));
    }
  }

  @Test
  void anAnswerThatIsNoHttpIs502() throws IOException {
    try (RawBackend backend = RawBackend.answering("SSH-2.0-OpenSSH_9.9\r\n\r\n");
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      assertUnreachable(RawClient.ask(proxy.port(), GET));
    }
  }

  @Test
  void anAnswerOfAmbiguousLengthIs502() throws IOException {
    try (RawBackend backend =
            RawBackend.answering(
                "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nokk");
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      assertUnreachable(RawClient.ask(proxy.port(), GET));
    }
  }

  @Test
  void aSilentServiceIs504AndItsRequestIsCancelled() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  if (connection.in.read() < 0) {
                    cancelled.countDown();
                  }
                });
        ProxyFixture proxy = new ProxyFixture(backend.port(), Duration.ofMillis(300))) {
      RawClient.Answer got = RawClient.ask(proxy.port(), GET);
      assertThat(got.status()).isEqualTo(504);
      assertThat(got.header("content-type")).isEqualTo("application/problem+json");
      assertThat(got.body())
          .isEqualTo(
              """
              {"type":"/problems/timeout","title":"A service took too long","status":504,\
              "detail":"The survey service did not answer in time. Try again shortly.",\
              "instance":"/v1/a","requestId":"partner-0815"}""");
      assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void halfAnAnswerIsNeverTakenForAWholeOne() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                  connection.reset();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send(GET);
      assertThat(client.readHead().header("content-length")).isEqualTo("100");
      assertThat(client.in.readNBytes(100)).asString().isIn("half", "");
    }
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write(
                      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n");
                  connection.reset();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      assertThatThrownBy(() -> RawClient.ask(proxy.port(), GET)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aServiceThatStopsInTheMiddleEndsTheAnswer() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
                  connection.readHead();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port(), Duration.ofMillis(300));
        RawClient client = new RawClient(proxy.port())) {
      client.send(GET);
      client.readHead();
      assertThat(client.in.readNBytes(100)).asString().isEqualTo("half");
    }
  }

  @Test
  void aClientThatLeavesCancelsTheRequest() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  reached.countDown();
                  if (connection.in.read() < 0) {
                    cancelled.countDown();
                  }
                });
        ProxyFixture proxy = new ProxyFixture(backend.port(), Duration.ofMinutes(1))) {
      try (RawClient client = new RawClient(proxy.port())) {
        client.send(GET);
        assertThat(reached.await(5, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aClientThatLeavesInTheMiddleOfItsBodyCancelsTheRequest() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  if (connection.in.readAllBytes().length < 100) {
                    cancelled.countDown();
                  }
                });
        ProxyFixture proxy = new ProxyFixture(backend.port(), Duration.ofMinutes(1))) {
      try (RawClient client = new RawClient(proxy.port())) {
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
        backend.nextHead();
      }
      assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void moreRequestsThanMayWaitAreTurnedAwayWith503() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  release.await();
                });
        ProxyFixture proxy = new ProxyFixture(backend.port(), Duration.ofMinutes(1))) {
      // Clients are spread over the event loops, each of which has room for 4 and 4 that wait.
      int loops = 2 * Runtime.getRuntime().availableProcessors();
      int room = 8 * loops;
      RawClient[] clients = new RawClient[room + loops];
      for (int i = 0; i < clients.length; i++) {
        clients[i] = new RawClient(proxy.port());
        clients[i].send(GET);
      }
      RawClient.Answer last = clients[clients.length - 1].read();
      assertThat(last.status()).isEqualTo(503);
      assertThat(last.header("retry-after")).isEqualTo("1");
      for (RawClient client : clients) {
        client.close();
      }
      release.countDown();
    }
  }

  private static void assertUnreachable(RawClient.Answer got) {
    assertThat(got.status()).isEqualTo(502);
    assertThat(got.header("content-type")).isEqualTo("application/problem+json");
    assertThat(got.header("x-request-id")).isEqualTo("partner-0815");
    assertThat(got.body()).isEqualTo(UNREACHABLE);
  }
}
