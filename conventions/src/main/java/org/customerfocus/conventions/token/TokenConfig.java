package org.customerfocus.conventions.token;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/// Where the keys lie.
@ConfigMapping(prefix = "customerfocus.token")
interface TokenConfig {

  /// The folder of public keys, one `<kid>.pem` a process; read again when an unknown `kid` comes,
  /// and at the latest every 30 seconds, so that a rotated key needs no restart.
  Path keys();

  /// This process's own private key, PKCS#8 PEM; its file name without `.pem` is the `kid`.
  Path privateKey();
}
