package org.customerfocus.conventions.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Refuses to start with a database role that row-level security does not bind.
class RoleCheck {

  private final AgroalDataSource dataSource;

  RoleCheck(AgroalDataSource dataSource) {
    this.dataSource = dataSource;
  }

  void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
      throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet role =
            statement.executeQuery(
                """
                SELECT current_user, rolsuper, rolbypassrls,
                       EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                               WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
                                 AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owns
                FROM pg_roles WHERE rolname = current_user""")) {
      role.next();
      String unfit =
          role.getBoolean("rolsuper")
              ? "is a superuser"
              : role.getBoolean("rolbypassrls")
                  ? "bypasses row-level security"
                  : role.getBoolean("owns") ? "owns tables" : null;
      if (unfit != null) {
        throw new IllegalStateException(
            "The request role %s %s: tenants would not be kept apart. Configure the service's _app role."
                .formatted(role.getString("current_user"), unfit));
      }
    }
  }
}
