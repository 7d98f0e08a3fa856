package org.customerfocus.conventions.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Refuses to start with a database role that row-level security does not bind.
@ApplicationScoped
public class RoleCheck {

  private final AgroalDataSource requests;
  private final AgroalDataSource jobs;

  RoleCheck(AgroalDataSource requests, @DataSource("job") AgroalDataSource jobs) {
    this.requests = requests;
    this.jobs = jobs;
  }

  void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start)
      throws SQLException {
    for (AgroalDataSource dataSource : new AgroalDataSource[] {requests, jobs}) {
      try (Connection connection = dataSource.getConnection()) {
        String fault = fault(connection);
        if (fault != null) {
          throw new IllegalStateException(fault);
        }
      }
    }
  }

  /// Why the connection's role does not keep tenants apart, or null when it does.
  public static @Nullable String fault(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
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
      return unfit == null
          ? null
          : "The role %s %s: tenants would not be kept apart. Use the service's _app and _job roles."
              .formatted(role.getString("current_user"), unfit);
    }
  }
}
