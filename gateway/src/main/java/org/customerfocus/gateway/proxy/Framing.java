package org.customerfocus.gateway.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long a request's body is, as one unambiguous answer. Where two readers could differ, one of
/// them would see a second, smuggled request (RFC 9112, section 6.3): such requests are refused.
///
/// @param length bytes announced; [#CHUNKED] when the body ends itself; 0 for none
record Framing(long length) {

  static final long CHUNKED = -1;

  private static final int MAX_DIGITS = 18;

  boolean hasBody() {
    return length != 0;
  }

  boolean chunked() {
    return length == CHUNKED;
  }

  /// The reason to refuse the request, or null when it is sound.
  static @Nullable String fault(HttpServerRequest request) {
    MultiMap headers = request.headers();
    List<String> lengths = headers.getAll(HttpHeaders.CONTENT_LENGTH);
    List<String> encodings = headers.getAll(HttpHeaders.TRANSFER_ENCODING);
    if (!encodings.isEmpty()) {
      if (!lengths.isEmpty()) {
        return "Send either Content-Length or Transfer-Encoding, not both.";
      }
      if (request.version() != HttpVersion.HTTP_1_1
          || encodings.size() > 1
          || !encodings.getFirst().equalsIgnoreCase("chunked")) {
        return "The only Transfer-Encoding that is read is chunked, once, in HTTP/1.1.";
      }
    }
    if (lengths.size() > 1 || (lengths.size() == 1 && !digits(lengths.getFirst()))) {
      return "Content-Length must be one whole number of bytes.";
    }
    List<String> hosts = headers.getAll(HttpHeaders.HOST);
    if (hosts.size() > 1 || (hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_1)) {
      return "Send exactly one Host header.";
    }
    return null;
  }

  /// Of a request without [#fault].
  static Framing of(HttpServerRequest request) {
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      return new Framing(CHUNKED);
    }
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return new Framing(length == null ? 0 : Long.parseLong(length));
  }

  private static boolean digits(String text) {
    if (text.isEmpty() || text.length() > MAX_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
