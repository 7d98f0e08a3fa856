package org.customerfocus.customer.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customerfocus.conventions.testing.Platform;

/// Requests of one tenant, and what its database holds.
final class Registry {

  /// What a merge and its undoing leave behind on purpose, and what others keep up to date.
  private static final Set<String> ASIDE =
      Set.of(
          "audit_entry",
          "audit_detail",
          "outbox_event",
          "idempotent_answer",
          "merge",
          "merge_step",
          "merge_redirect",
          "party_version",
          "segment_dirty",
          "segment_state",
          "match_model",
          "match_profile",
          "match_key",
          "match_change",
          "duplicate");

  private final String tenant;

  Registry(String tenant) {
    this.tenant = tenant;
  }

  String person(String given, String family, String email) {
    return create(
        "/v1/parties",
        """
        {"kind": "person", "givenName": "%s", "familyName": "%s",
         "contactPoints": [{"type": "email", "value": "%s"}]}"""
            .formatted(given, family, email));
  }

  String organization(String name) {
    return create("/v1/parties", "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name));
  }

  String customer(String party, String provider, String role) {
    return create(
        "/v1/customers",
        """
        {"partyId": "%s", %s "lifecycle": "current", "roles": [{"type": "%s"}]}"""
            .formatted(
                party, provider == null ? "" : "\"providerPartyId\": \"" + provider + "\",", role));
  }

  String member(String person, String organization) {
    return create(
        "/v1/memberships",
        """
        {"memberPartyId": "%s", "organizationPartyId": "%s", "type": "member-of"}"""
            .formatted(person, organization));
  }

  String consent(String party, String status, String capturedAt) {
    return create(
        "/v1/consents",
        """
        {"partyId": "%s", "purpose": "newsletter", "channel": "email", "legalBasis": "consent",
         "status": "%s", "capturedAt": "%s", "source": "form", "evidence": "Signed by hand."}"""
            .formatted(party, status, capturedAt));
  }

  Response merge(String survivor, String merged, boolean dryRun) {
    return post(
        "/v1/merges",
        "{\"survivorId\": \"%s\", \"mergedId\": \"%s\", \"dryRun\": %s}"
            .formatted(survivor, merged, dryRun));
  }

  Response undo(String merge) {
    return patch("/v1/merges/" + merge, "{\"status\": \"undone\"}");
  }

  Response get(String path) {
    return as(tenant, "customers:read").redirects().follow(false).get(path);
  }

  Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  Response delete(String path) {
    return as(tenant, "customers:write").header("If-Match", "*").delete(path);
  }

  Response put(String path, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body(body)
        .put(path);
  }

  /// Runs a statement as the owner of the tables; its parameters are all the tenant.
  void write(String statement) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        PreparedStatement write = owner.prepareStatement(statement)) {
      for (int i = 1; i <= write.getParameterMetaData().getParameterCount(); i++) {
        write.setString(i, tenant);
      }
      write.executeUpdate();
    }
  }

  long count(String query) throws SQLException {
    try (Connection owner = Platform.connect("owner");
        PreparedStatement select = owner.prepareStatement(query)) {
      select.setString(1, tenant);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  String create(String path, String body) {
    Response created = post(path, body);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  /// Every row of the tenant as text, by table, versions aside.
  Map<String, List<String>> dump() throws SQLException {
    Map<String, List<String>> dump = new TreeMap<>();
    for (String table : dumped()) {
      try (Connection owner = Platform.connect("owner")) {
        dump.put(table, rows(owner, table));
      }
    }
    return dump;
  }

  /// What every table of the tenant holds, versions aside, in short: for very many rows.
  Map<String, String> digest() throws SQLException {
    Map<String, String> digest = new TreeMap<>();
    for (String table : dumped()) {
      try (Connection owner = Platform.connect("owner");
          PreparedStatement select =
              owner.prepareStatement(
                  "SELECT md5(coalesce(string_agg(r, ';' ORDER BY r), '')) FROM (SELECT"
                      + " md5(cast(to_jsonb(t) - 'version' - 'updated_at' AS text)) AS r FROM "
                      + table
                      + " t WHERE tenant_id = ?) x")) {
        select.setString(1, tenant);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          digest.put(table, row.getString(1));
        }
      }
    }
    return digest;
  }

  private static List<String> dumped() throws SQLException {
    List<String> dumped = new ArrayList<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet tables =
            statement.executeQuery(
                """
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = 'public' AND column_name = 'tenant_id' ORDER BY 1""")) {
      while (tables.next()) {
        if (!ASIDE.contains(tables.getString(1))) {
          dumped.add(tables.getString(1));
        }
      }
    }
    return dumped;
  }

  private List<String> rows(Connection owner, String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (PreparedStatement select =
        owner.prepareStatement(
            "SELECT cast(to_jsonb(t) - 'version' - 'updated_at' AS text) FROM "
                + table
                + " t WHERE tenant_id = ? ORDER BY 1")) {
      select.setString(1, tenant);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(row.getString(1));
        }
      }
    }
    return rows;
  }
}
