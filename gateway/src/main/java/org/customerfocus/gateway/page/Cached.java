package org.customerfocus.gateway.page;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Bytes that change only with the program: digested and compressed once. `If-None-Match` is
/// answered by the conventions, from the tag.
final class Cached {

  private final byte[] plain;
  private final byte[] compressed;
  private final EntityTag tag;

  private Cached(byte[] plain, byte[] compressed, EntityTag tag) {
    this.plain = plain;
    this.compressed = compressed;
    this.tag = tag;
  }

  static Cached of(byte[] plain) {
    return new Cached(plain, compress(plain), new EntityTag(digest(plain)));
  }

  Response answer(@Nullable String encodings, String type) {
    boolean gzip = encodings != null && encodings.contains("gzip");
    Response.ResponseBuilder answer =
        Response.ok(gzip ? compressed : plain, type)
            .tag(tag)
            .header(HttpHeaders.CACHE_CONTROL, "no-cache")
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    return gzip ? answer.encoding("gzip").build() : answer.build();
  }

  private static byte[] compress(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
