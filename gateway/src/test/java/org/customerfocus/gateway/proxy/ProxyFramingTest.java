package org.customerfocus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyFramingTest {

  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 6",
        "Content-Length: 5, 6",
        "Content-Length: five",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 0x5",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: xchunked",
        "Content-Length : 5",
        "Host: b",
      })
  void ambiguousRequestsAreRefusedAndEndTheConnection(String headers) throws IOException {
    try (RawBackend backend = RawBackend.answering(OK);
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n\r\n");
      client.send("0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n");
      assertThat(client.read().status()).isEqualTo(400);
      assertThat(client.closedByServer()).isTrue();
      assertThat(backend.heads).isEmpty();
    }
  }

  @Test
  void requestsWithoutHostAreRefusedWithAProblem() throws IOException {
    try (RawBackend backend = RawBackend.answering(OK);
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.Answer got =
          RawClient.ask(proxy.port(), "GET /v1/a HTTP/1.1\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(got.status()).isEqualTo(400);
      assertThat(got.header("content-type")).isEqualTo("application/problem+json");
      assertThat(got.body())
          .isEqualTo(
              """
              {"type":"/problems/malformed","title":"The request cannot be read","status":400,\
              "detail":"Send exactly one Host header.","instance":"/v1/a",\
              "requestId":"partner-0815"}""");
    }
  }

  @Test
  void announcedBodiesOverTheLimitAreRefusedUnread() throws IOException {
    try (RawBackend backend = RawBackend.answering(OK);
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      assertTooLarge(
          RawClient.ask(
              proxy.port(),
              "POST /v1/a HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n"
                  + "Content-Length: 1000001\r\n\r\n"));
      assertThat(backend.heads).isEmpty();
    }
  }

  @Test
  void chunkedBodiesAreCutOffAtTheLimit() throws IOException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  connection.in.transferTo(java.io.OutputStream.nullOutputStream());
                });
        ProxyFixture proxy = new ProxyFixture(backend.port());
        RawClient client = new RawClient(proxy.port())) {
      client.send(
          "POST /v1/a HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n");
      String chunk = "61a80\r\n" + "x".repeat(0x61a80) + "\r\n";
      client.send(chunk + chunk + chunk);
      assertTooLarge(client.read());
    }
  }

  @Test
  void aBodyOfExactlyTheLimitPasses() throws IOException, InterruptedException {
    try (RawBackend backend =
            new RawBackend(
                connection -> {
                  connection.readHead();
                  int length = connection.readBody(ProxyFixture.MAX_BODY).length;
                  connection.write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n%d".formatted(length));
                });
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.Answer got =
          RawClient.ask(
              proxy.port(),
              "POST /v1/a HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 1000000"
                  + "\r\n\r\n"
                  + "x".repeat(ProxyFixture.MAX_BODY));
      assertThat(got.status()).isEqualTo(200);
      assertThat(got.body()).isEqualTo("1000000");
      assertThat(backend.nextHead()).contains("content-length: 1000000\r\n").doesNotContain("100-");
    }
  }

  private static void assertTooLarge(RawClient.Answer got) {
    assertThat(got.status()).isEqualTo(413);
    assertThat(got.header("connection")).isEqualTo("close");
    assertThat(got.body())
        .isEqualTo(
            """
            {"type":"/problems/too-large","title":"The request is too large","status":413,\
            "detail":"The body may have at most 1000000 bytes. Send it in parts.",\
            "instance":"/v1/a","requestId":"partner-0815"}""");
  }
}
