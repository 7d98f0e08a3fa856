package org.customerfocus.conventions.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.customerfocus.conventions.provisioning.DatabaseProvisioner;
import org.customerfocus.conventions.token.Pem;

/// What a service finds around it: `@WithTestResource(Platform.class)` starts one real PostgreSQL
/// for all test classes of a module, with the owner, app and job roles, and a pair of token keys.
public class Platform implements QuarkusTestResourceLifecycleManager {

  private static final String PASSWORD = "test";

  private static EmbeddedPostgres postgres;
  private static String database;
  private static Path keys;

  @Override
  public Map<String, String> start() {
    try {
      return started();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static synchronized Map<String, String> started() throws IOException, SQLException {
    if (postgres == null) {
      postgres =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "off")
              .setServerConfig("max_connections", "100")
              .start();
      database = serviceName();
      DatabaseProvisioner.provision(
          superuserUrl("postgres"),
          "postgres",
          "postgres",
          database,
          new DatabaseProvisioner.Passwords(PASSWORD, PASSWORD, PASSWORD));
      keys = Files.createTempDirectory("token-keys");
      KeyPair pair = Pem.generate();
      Files.createDirectory(keys.resolve("public"));
      Files.writeString(keys.resolve("public/test.pem"), Pem.encode(pair.getPublic()));
      Files.writeString(keys.resolve("test.pem"), Pem.encode(pair.getPrivate()));
    }
    String secret = Base64.getEncoder().encodeToString(new byte[32]);
    Map<String, String> settings = new HashMap<>();
    settings.put("customerfocus.database.url", superuserUrl(database));
    settings.put("customerfocus.database.owner-password", PASSWORD);
    settings.put("customerfocus.database.app-password", PASSWORD);
    settings.put("customerfocus.database.job-password", PASSWORD);
    settings.put("customerfocus.token.keys", keys.resolve("public").toString());
    settings.put("customerfocus.token.private-key", keys.resolve("test.pem").toString());
    settings.put("customerfocus.cursor-key", secret);
    settings.put("customerfocus.audit-key", secret);
    return settings;
  }

  /// The database is named as in production: after the service, which its settings name.
  private static String serviceName() throws IOException {
    var settings = new java.util.Properties();
    try (var in =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("application.properties")) {
      settings.load(in);
    }
    return settings.getProperty("customerfocus.service");
  }

  private static String superuserUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), database);
  }

  /// A connection as the role of requests, `app`, of jobs, `job`, or of migrations, `owner`.
  public static Connection connect(String role) throws SQLException {
    return DriverManager.getConnection(superuserUrl(database), database + "_" + role, PASSWORD);
  }

  // The server outlives the test classes: it is shared by the module and ends with its JVM.
  @Override
  public void stop() {}
}
