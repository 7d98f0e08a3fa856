package org.customerfocus.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProxyHeadersTest {

  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void aServiceSeesNothingThatAClientSaysAboutItselfOrItsConnection() throws Exception {
    try (RawBackend backend = RawBackend.answering(OK);
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.ask(
          proxy.port(),
          """
          GET /v1/surveys?limit=2&filter=a%%3D%%3D%%22b%%22 HTTP/1.1\r
          Host: api.customers.test:8443\r
          Accept: application/json\r
          If-None-Match: "7"\r
          Authorization: Bearer cf_live_secret\r
          Connection: keep-alive, X-Secret-Hop, upgrade\r
          X-Secret-Hop: 1\r
          Keep-Alive: timeout=5\r
          Proxy-Authorization: Basic eA==\r
          Proxy-Connection: keep-alive\r
          TE: trailers\r
          Trailer: Expires\r
          Upgrade: websocket\r
          HTTP2-Settings: AAMAAABk\r
          Forwarded: for=10.0.0.1\r
          X-Forwarded-For: 10.0.0.1\r
          x-forwarded-host: evil.test\r
          X-FORWARDED-PREFIX: /evil\r
          X-Real-IP: 10.0.0.1\r
          X-Customerfocus-Tenant: other\r
          x-customerfocus-scopes: admin\r
          X-Request-Id: partner-0815\r
          traceparent: %s\r
          tracestate: vendor=1\r
          \r
          """
              .formatted(TRACE));
      assertThat(backend.nextHead())
          .isEqualTo(
              """
              GET /v1/surveys?limit=2&filter=a%%3D%%3D%%22b%%22 HTTP/1.1\r
              Accept: application/json\r
              If-None-Match: "7"\r
              host: api.customers.test:8443\r
              X-Forwarded-Host: api.customers.test:8443\r
              X-Forwarded-For: 127.0.0.1\r
              X-Forwarded-Proto: http\r
              X-Request-Id: partner-0815\r
              traceparent: %s\r
              tracestate: vendor=1\r
              authorization: Bearer internal\r
              \r
              """
                  .formatted(TRACE));
    }
  }

  @Test
  void anAnswerKeepsWhatIsMeantForTheClientOnly() throws Exception {
    String answer =
        """
        HTTP/1.1 201 Created\r
        Content-Type: application/json\r
        Location: /v1/surveys/1\r
        ETag: "1"\r
        Set-Cookie: a=1\r
        Set-Cookie: b=2\r
        Connection: X-Hop\r
        X-Hop: 1\r
        Keep-Alive: timeout=5\r
        Proxy-Authenticate: Basic\r
        Upgrade: h2c\r
        X-Customerfocus-Node: 7\r
        X-Request-Id: of-the-service\r
        Content-Length: 2\r
        \r
        {}""";
    try (RawBackend backend = RawBackend.answering(answer);
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.Answer got =
          RawClient.ask(
              proxy.port(),
              "GET /v1/surveys HTTP/1.1\r\nHost: a\r\nX-Request-Id: partner-0815\r\n\r\n");
      assertThat(got.status()).isEqualTo(201);
      assertThat(got.body()).isEqualTo("{}");
      assertThat(got.headers().toString())
          .isEqualTo(
              "{content-length=2, content-type=application/json, etag=\"1\","
                  + " location=/v1/surveys/1, set-cookie=a=1|b=2, x-request-id=partner-0815}");
    }
  }

  @Test
  void aRequestWithoutIdsGetsSome() throws Exception {
    try (RawBackend backend = RawBackend.answering(OK);
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.Answer got =
          RawClient.ask(
              proxy.port(),
              """
              GET / HTTP/1.1\r
              Host: a\r
              X-Request-Id: <script>\r
              traceparent: 00-00000000000000000000000000000000-b7ad6b7169203331-01\r
              tracestate: forged=1\r
              \r
              """);
      String head = backend.nextHead();
      assertThat(got.header("x-request-id")).matches("[0-9a-f]{32}");
      assertThat(head).contains("X-Request-Id: " + got.header("x-request-id") + "\r\n");
      assertThat(head).containsPattern("traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-01\r\n");
      assertThat(head).doesNotContain("0000000000000000-b7ad").doesNotContain("tracestate");
    }
  }

  @Test
  void anUpgradeIsNotTunnelled() throws IOException, InterruptedException {
    try (RawBackend backend =
            RawBackend.answering(
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\n\r\n");
        ProxyFixture proxy = new ProxyFixture(backend.port())) {
      RawClient.Answer got =
          RawClient.ask(
              proxy.port(),
              """
              GET /v1/live HTTP/1.1\r
              Host: a\r
              Connection: Upgrade\r
              Upgrade: websocket\r
              Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
              Sec-WebSocket-Version: 13\r
              \r
              """);
      assertThat(backend.nextHead().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("upgrade")
          .doesNotContain("connection");
      assertThat(got.status()).isEqualTo(502);
    }
  }

  @Test
  void traceParentsAreCheckedByTheStandard() {
    assertThat(TraceParent.valid(TRACE)).isTrue();
    assertThat(TraceParent.valid(TraceParent.fresh())).isTrue();
    assertThat(TraceParent.valid(TRACE.replaceFirst("00", "cc") + "-what-the-future-brings"))
        .isTrue();
    assertThat(TraceParent.valid(null)).isFalse();
    assertThat(TraceParent.valid("")).isFalse();
    assertThat(TraceParent.valid(TRACE + "-more")).isFalse();
    assertThat(TraceParent.valid(TRACE.replaceFirst("00", "ff"))).isFalse();
    assertThat(TraceParent.valid(TRACE.replace('a', 'A'))).isFalse();
    assertThat(TraceParent.valid(TRACE.replace("b7ad6b7169203331", "0000000000000000"))).isFalse();
  }
}
