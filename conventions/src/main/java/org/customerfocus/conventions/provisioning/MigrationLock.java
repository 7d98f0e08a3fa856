package org.customerfocus.conventions.provisioning;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Lets migrations hold their lock for the session instead of in a transaction: `CREATE INDEX
/// CONCURRENTLY` waits for every open transaction, the lock's own included.
@Singleton
class MigrationLock implements FlywayConfigurationCustomizer {

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.configuration(Map.of("flyway.postgresql.transactional.lock", "false"));
  }
}
