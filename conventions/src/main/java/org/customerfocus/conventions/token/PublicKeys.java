package org.customerfocus.conventions.token;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/// The public keys of all processes, as files in a mounted folder.
@ApplicationScoped
class PublicKeys {

  private static final Logger LOG = Logger.getLogger(PublicKeys.class);
  private static final long FRESH_NANOS = 30_000_000_000L;
  private static final long RETRY_NANOS = 1_000_000_000L;

  private final Path folder;
  private volatile Loaded loaded = new Loaded(Map.of(), System.nanoTime() - FRESH_NANOS);

  PublicKeys(TokenConfig config) {
    this.folder = config.keys();
  }

  PublicKey find(@Nullable String kid) throws UnresolvableKeyException {
    Loaded now = loaded;
    long age = System.nanoTime() - now.at();
    PublicKey key = now.keys().get(kid);
    // An unknown kid reads the folder again, but not more than once a second: forged kids must not
    // turn into disk reads.
    if (age > FRESH_NANOS || (key == null && age > RETRY_NANOS)) {
      loaded = now = load();
      key = now.keys().get(kid);
    }
    if (key == null) {
      throw new UnresolvableKeyException("No public key of that id");
    }
    return key;
  }

  private Loaded load() {
    Map<String, PublicKey> keys = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pem")) {
      for (Path file : files) {
        try {
          String kid = file.getFileName().toString().replaceFirst("\\.pem$", "");
          keys.put(kid, Pem.publicKey(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
          LOG.warnf("Public key %s cannot be read: %s", file.getFileName(), e.getMessage());
        }
      }
    } catch (IOException e) {
      // What was good a moment ago is better than refusing every caller.
      LOG.errorf("The folder of public keys cannot be read: %s", e.getMessage());
      return new Loaded(loaded.keys(), System.nanoTime());
    }
    return new Loaded(Map.copyOf(keys), System.nanoTime());
  }

  private record Loaded(Map<String, PublicKey> keys, long at) {}
}
