package org.customerfocus.gateway.proxy;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// The id under which a request is found in the logs of every process it passes.
public final class RequestId {

  public static final String HEADER = "X-Request-Id";

  private static final int MIN = 8;
  private static final int MAX = 64;

  private RequestId() {}

  /// The client's own id when it is safe to log, else a new one.
  public static String of(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    return given != null && acceptable(given) ? given : fresh();
  }

  private static String fresh() {
    // Correlation only, so unpredictability is not needed: the cheap generator serves.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(random.nextLong()).concat(hex.toHexDigits(random.nextLong()));
  }

  private static boolean acceptable(String id) {
    if (id.length() < MIN || id.length() > MAX) {
      return false;
    }
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && c != '.' && c != '_' && c != '-') {
        return false;
      }
    }
    return true;
  }
}
