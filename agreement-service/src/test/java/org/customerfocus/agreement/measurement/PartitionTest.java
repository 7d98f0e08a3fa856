package org.customerfocus.agreement.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.agreement.Given.flight;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.customerfocus.agreement.Given;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// A partition that is made when it is needed keeps tenants apart as the others do.
@QuarkusTest
@WithTestResource(Platform.class)
class PartitionTest {

  private final Given given = new Given();

  @Test
  void aNewPartitionIsReachedThroughItsTableOnly() throws SQLException {
    String metric = given.ratioMetric();
    given.send(flight("f", metric, "\"dueAt\": \"1997-07-01T00:00:00Z\", \"good\": true"));
    given.send(flight("g", metric, "\"dueAt\": \"1969-07-01T00:00:00Z\", \"good\": true"));

    assertThat(seenBy(given.tenant)).isEqualTo(2);
    assertThat(seenBy(new Given().tenant)).isZero();
    for (String partition : new String[] {"measurement_1997_07", "measurement_before_1990"}) {
      assertThatThrownBy(() -> count(given.tenant, "SELECT count(*) FROM " + partition))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
    assertThatThrownBy(
            () ->
                count(
                    given.tenant,
                    "SELECT 1 FROM ensure_measurement_partitions(now(), now() + interval '20 years')"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("No partitions from");
  }

  private static int seenBy(String tenant) throws SQLException {
    return count(tenant, "SELECT count(*) FROM measurement WHERE at < '1998-01-01'");
  }

  private static int count(String tenant, String query) throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = '%s'".formatted(tenant));
      try (ResultSet row = statement.executeQuery(query)) {
        row.next();
        return row.getInt(1);
      }
    }
  }
}
