package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.customerfocus.conventions.wire.JsonRow;

/// Finds the refused rows of all imports that are about a party.
@ApplicationScoped
public class RefusedRowRepository {

  private static final int FETCHED = 500;

  private final ObjectMapper json;

  RefusedRowRepository(ObjectMapper json) {
    this.json = json;
  }

  /// Takes the rows one by one.
  public interface Rows {
    void take(JsonNode row) throws IOException;
  }

  /// @param connection within a transaction, so that the rows are read a few at a time
  public void read(Connection connection, Traces traces, Rows rows)
      throws SQLException, IOException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT to_jsonb(r) - 'tenant_id', r.cells, i.mapping
            FROM customer_import_refused_row r
            JOIN customer_import i ON i.tenant_id = r.tenant_id AND i.id = r.import_id
            ORDER BY r.import_id, r.row_number""")) {
      select.setFetchSize(FETCHED);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          List<String> cells = List.of((String[]) row.getArray(2).getArray());
          if (traces.in(cells, row.getString(3), json)) {
            rows.take(JsonRow.of(json, row.getString(1)));
          }
        }
      }
    }
  }
}
