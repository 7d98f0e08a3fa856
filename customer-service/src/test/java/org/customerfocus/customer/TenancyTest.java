package org.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.tenancy.RoleCheck;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

/// Tenants are kept apart by the database itself.
@QuarkusTest
@WithTestResource(Platform.class)
class TenancyTest {

  @Inject TenantWork work;
  @Inject EntityManager entities;

  @Test
  void rowLevelSecurityHoldsWithoutHibernatesFilter() {
    String ours = freshTenant();
    createOffering(ours);
    // Native SQL is what Hibernate does not filter.
    String count = "SELECT count(*) FROM offering";
    assertThat(countAs(ours, count)).isEqualTo(1);
    assertThat(countAs(freshTenant(), count)).isZero();
    assertThat(countAs(ours, "SELECT count(*) FROM audit_entry")).isEqualTo(1);
    assertThat(countAs(freshTenant(), "SELECT count(*) FROM outbox_event")).isZero();
  }

  @Test
  void aTransactionThatRollsBackLeavesNoTenantOnItsConnection() {
    String ours = freshTenant();
    createOffering(ours);
    for (int i = 0; i < 40; i++) {
      assertThatThrownBy(
              () ->
                  work.call(
                      Caller.system("test", ours, false),
                      () -> {
                        entities
                            .createNativeQuery("SELECT count(*) FROM offering")
                            .getSingleResult();
                        throw new IllegalStateException("roll back");
                      }))
          .hasMessageContaining("roll back");
      assertThat(
              as(freshTenant(), "customers:read")
                  .get("/v1/offerings")
                  .<Integer>path("items.size()"))
          .isZero();
    }
  }

  @Test
  void aRowCannotBeWrittenForAnotherTenant() throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      statement.execute("SET app.tenant = 'a'");
      assertThatThrownBy(
              () ->
                  statement.execute(
                      """
                      INSERT INTO offering (tenant_id, id, version, created_at, updated_at, name,
                                            kind, status)
                      VALUES ('b', gen_random_uuid(), 0, now(), now(), 'x', 'product', 'draft')"""))
          .hasMessageContaining("row-level security");
    }
  }

  @Test
  void aConnectionWithoutTenantSeesNothing() throws SQLException {
    createOffering(freshTenant());
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM offering")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  @Test
  void onlyRolesThatRowLevelSecurityBindsAreFit() throws SQLException {
    assertThat(faultOf("app")).isNull();
    assertThat(faultOf("job")).isNull();
    assertThat(faultOf("owner"))
        .isEqualTo(
            "The role customer_owner bypasses row-level security: tenants would not be kept apart."
                + " Use the service's _app and _job roles.");
  }

  @Test
  void whatHappenedIsNotRewritten() throws SQLException {
    try (Connection app = Platform.connect("app");
        Statement statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute("DELETE FROM audit_entry"))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> statement.execute("UPDATE outbox_event SET test = true"))
          .hasMessageContaining("permission denied");
    }
  }

  private static String faultOf(String role) throws SQLException {
    try (Connection connection = Platform.connect(role)) {
      return RoleCheck.fault(connection);
    }
  }

  private long countAs(String tenant, String query) {
    return work.call(
        Caller.system("test", tenant, false),
        () -> ((Number) entities.createNativeQuery(query).getSingleResult()).longValue());
  }

  private static void createOffering(String tenant) {
    as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .body("{\"name\": \"Ours\", \"kind\": \"product\"}")
        .post("/v1/offerings")
        .then()
        .statusCode(201);
  }
}
