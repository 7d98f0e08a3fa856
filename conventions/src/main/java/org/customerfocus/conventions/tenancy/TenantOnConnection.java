package org.customerfocus.conventions.tenancy;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.postgresql.PGConnection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// Puts the tenant on each connection that a request takes, so that row-level security filters
/// every statement on it.
///
/// The setting belongs to the session and stays with the connection: one that carries the right
/// tenant already costs no round trip. It is made before the transaction begins, which PostgreSQL's
/// driver does with the first statement only: made inside it would be undone by a rollback without
/// our seeing it. Where a transaction is under way all the same, the setting is the transaction's.
@Singleton
class TenantOnConnection implements AgroalPoolInterceptor {

  private final CurrentCaller current;
  private final Map<PGConnection, String> carried =
      Collections.synchronizedMap(new WeakHashMap<>());

  TenantOnConnection(CurrentCaller current) {
    this.current = current;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    try {
      open(connection, tenant());
    } catch (SQLException e) {
      throw new IllegalStateException("The tenant could not be set on a connection", e);
    }
  }

  private void open(Connection connection, String tenant) throws SQLException {
    PGConnection physical = connection.unwrap(PGConnection.class);
    if (tenant.equals(carried.get(physical))) {
      return;
    }
    BaseConnection session = connection.unwrap(BaseConnection.class);
    boolean transaction = session.getTransactionState() != TransactionState.IDLE;
    boolean committing = session.getAutoCommit();
    if (!transaction && !committing) {
      session.setAutoCommit(true);
    }
    try (PreparedStatement set =
        session.prepareStatement("SELECT set_config('app.tenant', ?, ?)")) {
      set.setString(1, tenant);
      set.setBoolean(2, transaction);
      set.execute();
    } finally {
      if (!transaction && !committing) {
        session.setAutoCommit(false);
      }
    }
    if (!transaction) {
      carried.put(physical, tenant);
    }
  }

  private String tenant() {
    ManagedContext request = Arc.container().requestContext();
    return request.isActive()
        ? current.find().map(Caller::tenant).orElse(Caller.NO_TENANT)
        : Caller.NO_TENANT;
  }
}
