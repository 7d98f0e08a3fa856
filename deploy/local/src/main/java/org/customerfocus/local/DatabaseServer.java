package org.customerfocus.local;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// A PostgreSQL and the superuser that makes databases and roles in it.
///
/// @param query connection parameters for every database of it, `?sslmode=require` or empty
record DatabaseServer(
    String host, int port, String user, String password, String database, String query) {

  /// The address of one of its databases for JDBC.
  String jdbcUrl(String name) {
    return "jdbc:postgresql://" + host + ":" + port + "/" + name + query;
  }

  /// Reads `postgresql://user:password@host:port/database?parameters`, with or without a leading
  /// `jdbc:`.
  static DatabaseServer parse(String url, String defaultPassword) {
    String expected =
        "--database-url needs postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE of a superuser";
    URI uri;
    try {
      uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
    } catch (URISyntaxException malformed) {
      throw new Failure(expected + ": " + malformed.getReason(), malformed);
    }
    String scheme = uri.getScheme();
    String userInfo = uri.getRawUserInfo();
    if (!("postgresql".equals(scheme) || "postgres".equals(scheme))
        || uri.getHost() == null
        || userInfo == null) {
      throw new Failure(expected);
    }
    int colon = userInfo.indexOf(':');
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    return new DatabaseServer(
        uri.getHost(),
        uri.getPort() < 0 ? 5432 : uri.getPort(),
        decode(colon < 0 ? userInfo : userInfo.substring(0, colon)),
        colon < 0 ? defaultPassword : decode(userInfo.substring(colon + 1)),
        path.isEmpty() ? "postgres" : path,
        uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  private static String decode(String part) {
    // Only %XX: in a URL's user part a plus is a plus.
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Never shows the password.
  @Override
  public String toString() {
    return user + "@" + host + ":" + port + "/" + database;
  }
}
