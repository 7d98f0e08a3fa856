package org.customerfocus.gateway.proxy;

import io.vertx.core.net.SocketAddress;
import java.net.URI;

/// A service that requests are passed on to.
///
/// @param name the owner as `x-service` names it
/// @param address where it listens, plain HTTP
public record Backend(String name, SocketAddress address) {

  private static final int HTTP_PORT = 80;

  /// Reads a configured URL.
  ///
  /// @throws IllegalArgumentException when the URL is not `http://host[:port]`
  public static Backend of(String name, URI url) {
    boolean bare = url.getPath() == null || url.getPath().isEmpty() || url.getPath().equals("/");
    if (!"http".equals(url.getScheme()) || url.getHost() == null || !bare) {
      throw new IllegalArgumentException(
          "The URL of the %s service must be http://host[:port], not %s".formatted(name, url));
    }
    int port = url.getPort() < 0 ? HTTP_PORT : url.getPort();
    return new Backend(name, SocketAddress.inetSocketAddress(port, url.getHost()));
  }
}
