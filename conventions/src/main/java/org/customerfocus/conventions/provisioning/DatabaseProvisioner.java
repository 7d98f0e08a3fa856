package org.customerfocus.conventions.provisioning;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Makes a service's database and its three roles, as a cluster's operator would: `_owner` migrates
/// and bypasses row-level security (a migration bound by it would back-fill nothing), `_app`
/// answers requests, `_job` finds work across tenants. Repeating it changes nothing but passwords.
public final class DatabaseProvisioner {

  /// The passwords of the three roles.
  public record Passwords(String owner, String app, String job) {}

  private DatabaseProvisioner() {}

  /// @param url of any database of the server, for a superuser
  /// @param database the name of the database, and the prefix of its roles; lower-case letters
  public static void provision(
      String url, String user, String password, String database, Passwords passwords)
      throws SQLException {
    if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
      throw new IllegalArgumentException("Not a database name: " + database);
    }
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      role(connection, database + "_owner", "BYPASSRLS", passwords.owner());
      role(connection, database + "_app", "NOBYPASSRLS", passwords.app());
      role(connection, database + "_job", "NOBYPASSRLS", passwords.job());
      if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
        // Sorting and comparing by code point is the same on every machine.
        statement.execute(
            "CREATE DATABASE %s OWNER %s_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"
                .formatted(database, database));
        statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        statement.execute(
            "GRANT CONNECT ON DATABASE %s TO %s_app, %s_job"
                .formatted(database, database, database));
      }
    }
  }

  private static void role(Connection connection, String name, String rls, String password)
      throws SQLException {
    boolean known = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "%s ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE %s PASSWORD %s"
              .formatted(
                  known ? "ALTER" : "CREATE", name, rls, statement.enquoteLiteral(password)));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
