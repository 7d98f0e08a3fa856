package org.customerfocus.customer.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

/// What the tests of needs and requirements begin with, in one tenant.
record Given(String tenant) {

  String segment(String name) {
    return made("/v1/segments", "{\"name\": \"%s\", \"kind\": \"list\"}".formatted(name));
  }

  String offering(String name) {
    return made("/v1/offerings", "{\"name\": \"%s\", \"kind\": \"service\"}".formatted(name));
  }

  String need(String whose) {
    return made(
        "/v1/needs",
        "{\"statement\": \"comes because they need rest\", \"voice\": \"spoken\", %s}"
            .formatted(whose));
  }

  /// @param more further members, each with a comma before it
  String requirement(String statement, String more) {
    return made(
        "/v1/requirements",
        "{\"statement\": \"%s\", \"kind\": \"requirement\", \"voice\": \"spoken\"%s}"
            .formatted(statement, more));
  }

  String made(String path, String body) {
    Response created = post(path, body);
    assertThat(created.statusCode()).as(created.asString()).isEqualTo(201);
    return created.path("id");
  }

  Response post(String path, String body) {
    return as(tenant, "customers:write").contentType(ContentType.JSON).body(body).post(path);
  }

  Response get(String path) {
    return as(tenant, "customers:read").get(path);
  }

  Response patch(String path, String body) {
    return as(tenant, "customers:write")
        .contentType("application/merge-patch+json")
        .header("If-Match", "*")
        .body(body)
        .patch(path);
  }

  Response put(String path, String body) {
    return as(tenant, "customers:write")
        .contentType(ContentType.JSON)
        .header("If-Match", "*")
        .body(body)
        .put(path);
  }

  /// A score of a requirement or need.
  ///
  /// @param more further members, each with a comma before it
  Response score(String path, double value, String asOf, String more) {
    return put(
        path + "/degree-met",
        """
        {
          "score": {"status": "ok", "value": %s, "unit": "ratio", "n": 40, "base": 50,
                    "method": "csat/wilson"},
          "source": {"service": "survey", "resource": "/v1/surveys/1/results"},
          "asOf": "%s"%s
        }"""
            .formatted(value, asOf, more));
  }
}
