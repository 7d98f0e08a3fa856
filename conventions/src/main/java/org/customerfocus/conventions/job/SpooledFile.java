package org.customerfocus.conventions.job;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.customerfocus.conventions.command.RequestFingerprint;

/// A file that was sent, whole on the disk until it is closed: a slow sender keeps no transaction
/// open.
///
/// @param digest the SHA-256 of its bytes, in hexadecimal digits
public record SpooledFile(Path path, String digest) implements Closeable {

  public static SpooledFile of(InputStream sent) throws IOException {
    Path path = Files.createTempFile("import", null);
    try {
      MessageDigest digest = RequestFingerprint.sha256();
      try (OutputStream out = Files.newOutputStream(path);
          InputStream in = new DigestInputStream(sent, digest)) {
        in.transferTo(out);
      }
      return new SpooledFile(path, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
