package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Platform;

/// The segments and customers of one tenant, over HTTP.
record SegmentClient(String tenant) {

  String customer(String kind, String name, String lifecycle, String role) {
    String party =
        kind.equals("person")
            ? "{\"kind\": \"person\", \"givenName\": \"%s\"}".formatted(name)
            : "{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name);
    Response created =
        post(
            "/v1/customers",
            "{\"party\": %s, \"lifecycle\": \"%s\"%s, \"roles\": [{\"type\": \"%s\"}]}"
                .formatted(
                    party,
                    lifecycle,
                    lifecycle.equals("former") ? ", \"lifecycleReasonType\": \"unknown\"" : "",
                    role));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  String rule(String name, String rule) {
    Response created =
        post(
            "/v1/segments",
            "{\"name\": \"%s\", \"kind\": \"rule\", \"rule\": %s}".formatted(name, rule));
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  static String group(String rule) {
    return "{\"combinator\": \"and\", \"rules\": [%s]}".formatted(rule);
  }

  List<String> members(String segment) {
    return get("/v1/segments/" + segment + "/members").path("items.customerId");
  }

  List<String> changes(String segment) {
    Response page = get("/v1/segments/" + segment + "/changes");
    List<String> kinds = page.path("items.change");
    List<String> customers = page.path("items.customerId");
    return IntStream.range(0, kinds.size())
        .mapToObj(i -> kinds.get(i) + " " + customers.get(i))
        .toList();
  }

  /// What the outbox says of entries and exits, in order.
  List<String> events(String segment) throws SQLException {
    List<String> events = new ArrayList<>();
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT split_part(type, '.', 4), jsonb_array_elements_text(data -> 'customerIds')
                FROM outbox_event WHERE resource_id = '%s' AND data ? 'customerIds' ORDER BY id"""
                    .formatted(segment))) {
      while (rows.next()) {
        events.add(rows.getString(1) + " " + rows.getString(2));
      }
    }
    return events;
  }

  RequestSpecification writer() {
    return as(tenant, "customers:read", "customers:write").contentType(ContentType.JSON);
  }

  Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }

  Response post(String path, String body) {
    return writer().body(body).post(path);
  }

  void patch(String path, String body, int status) {
    Response answer =
        as(tenant, "customers:write")
            .contentType("application/merge-patch+json")
            .header("If-Match", "*")
            .body(body)
            .patch(path);
    if (status != 0) {
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    }
  }

  void delete(String path, int status) {
    writer().header("If-Match", "*").delete(path).then().statusCode(status);
  }
}
