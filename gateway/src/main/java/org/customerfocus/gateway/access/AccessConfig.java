package org.customerfocus.gateway.access;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/// Whose credential is not in the database.
@ConfigMapping(prefix = "customerfocus.gateway")
interface AccessConfig {

  /// SHA-256 of the operator's key, hexadecimal. Without it nobody can make tenants.
  Optional<String> operatorKeyHash();
}
