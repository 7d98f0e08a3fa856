package org.customerfocus.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.customerfocus.conventions.testing.Platform;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

/// Every error is a problem, whatever went wrong and whatever the client accepts.
@QuarkusTest
@WithTestResource(Platform.class)
class ProblemsTest {

  private final String tenant = freshTenant();

  @Test
  void unknownPath() {
    assertProblem(RestAssured.get("/v1/nothing-here"), 404, "not-found");
  }

  @Test
  void wrongMethod() {
    assertProblem(writer().put("/v1/offerings"), 405, "method-not-allowed");
  }

  @Test
  void noCredential() {
    assertProblem(RestAssured.get("/v1/offerings"), 401, "unauthenticated");
  }

  @Test
  void forgedCredential() {
    assertProblem(
        RestAssured.given().header("Authorization", "Bearer a.b.c").get("/v1/offerings"),
        401,
        "unauthenticated");
  }

  @Test
  void missingScope() {
    assertProblem(
        reader()
            .contentType(ContentType.JSON)
            .body("{\"name\": \"A\", \"kind\": \"product\"}")
            .post("/v1/offerings"),
        403,
        "forbidden");
  }

  @Test
  void malformedJson() {
    assertProblem(json("{\"name\": ").post("/v1/offerings"), 400, "malformed");
  }

  @Test
  void noBody() {
    assertProblem(writer().contentType(ContentType.JSON).post("/v1/offerings"), 422, "invalid");
  }

  @Test
  void unknownProperty() {
    Response answer =
        json("{\"name\": \"A\", \"kind\": \"product\", \"colour\": \"red\"}").post("/v1/offerings");
    assertProblem(answer, 422, "invalid");
    assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/colour");
  }

  @Test
  void enumValueThatIsNone() {
    Response answer = json("{\"name\": \"A\", \"kind\": \"gadget\"}").post("/v1/offerings");
    assertProblem(answer, 400, "malformed");
    assertThat(answer.<String>path("errors[0].detail"))
        .isEqualTo("must be one of product, program, service");
  }

  @Test
  void wrongJsonType() {
    Response answer = json("{\"name\": 5, \"kind\": \"product\"}").post("/v1/offerings");
    assertProblem(answer, 400, "malformed");
    assertThat(answer.<String>path("errors[0].detail")).isEqualTo("must be a string");
    assertProblem(json("[]").post("/v1/offerings"), 400, "malformed");
  }

  @Test
  void textThatCannotBeStored() {
    assertProblem(
        json("{\"name\": \"a\\u0000b\", \"kind\": \"product\"}").post("/v1/offerings"),
        400,
        "malformed");
    assertProblem(
        json("{\"name\": \"a\\ud800b\", \"kind\": \"product\"}").post("/v1/offerings"),
        400,
        "malformed");
  }

  @Test
  void timesThatCannotBeStored() {
    for (String date : List.of("+999999-01-01", "-0001-01-01", "2026-02-30")) {
      Response answer =
          json("""
                  {"party": {"kind": "person", "givenName": "A"}, "validFrom": "%s",
                   "roles": [{"type": "payer"}]}"""
                  .formatted(date))
              .post("/v1/customers");
      assertProblem(answer, 400, "malformed");
      assertThat(answer.<String>path("errors[0].pointer")).isEqualTo("/validFrom");
    }
    assertProblem(
        reader()
            .urlEncodingEnabled(false)
            .get("/v1/offerings?filter=createdAt=gt=%2B1000000-01-01T00:00:00Z"),
        400,
        "invalid-parameter");
  }

  @Test
  void whatNobodyExpectedIsLoggedByTheIdOfItsRequest() throws SQLException {
    List<String> lines = new CopyOnWriteArrayList<>();
    Formatter formatter = new PatternFormatter("%X{requestId} %s");
    Handler listener =
        new ExtHandler() {
          @Override
          protected void doPublish(ExtLogRecord line) {
            lines.add(formatter.format(line));
          }
        };
    Logger log = Logger.getLogger("org.customerfocus.problem");
    log.addHandler(listener);
    try (Connection owner = Platform.connect("owner");
        Statement statement = owner.createStatement()) {
      statement.execute("ALTER TABLE offering RENAME TO mislaid");
      try {
        Response answer = reader().header("X-Request-Id", "partner-0815").get("/v1/offerings");
        assertProblem(answer, 500, "internal");
      } finally {
        statement.execute("ALTER TABLE mislaid RENAME TO offering");
      }
    } finally {
      log.removeHandler(listener);
    }
    assertThat(lines)
        .containsExactly("partner-0815 Unexpected failure of /v1/offerings, request partner-0815");
  }

  @Test
  void mediaTypeThatIsNotRead() {
    assertProblem(
        writer().contentType("text/plain").body("x").post("/v1/offerings"),
        415,
        "unsupported-media-type");
  }

  @Test
  void parameterThatIsNone() {
    Response answer = reader().get("/v1/offerings/not-a-uuid");
    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("id");
    Response limit = reader().get("/v1/offerings?limit=many");
    assertProblem(limit, 400, "invalid-parameter");
    assertThat(limit.<String>path("errors[0].parameter")).isEqualTo("limit");
    Response over = reader().get("/v1/offerings?limit=201");
    assertProblem(over, 400, "invalid-parameter");
    assertThat(over.<String>path("errors[0].parameter")).isEqualTo("limit");
  }

  @Test
  void parameterThatIsUnknown() {
    Response answer = reader().get("/v1/offerings?fliter=name==A");
    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.<String>path("errors[0].parameter")).isEqualTo("fliter");
    assertThat(answer.<String>path("errors[0].detail"))
        .isEqualTo("is not known here; known are cursor, filter, language, limit, sort, total");
  }

  @Test
  void parameterThatIsGivenTwice() {
    Response answer = reader().get("/v1/offerings?limit=1&limit=2");
    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.<String>path("errors[0].detail")).isEqualTo("must be given once");
  }

  @Test
  void parameterThatIsEmpty() {
    Response answer = reader().get("/v1/parties?contact=");
    assertProblem(answer, 400, "invalid-parameter");
    assertThat(answer.<String>path("errors[0].detail")).isEqualTo("is empty; leave it out");
  }

  @Test
  void moneyFinerThanItsCurrency() {
    Response answer =
        json("""
                {"party": {"kind": "organization", "name": "A"}, "roles": [{"type": "payer"}],
                 "people": [{"party": {"kind": "person", "givenName": "B"},
                             "signingAuthority": {"scope": "all",
                               "limit": {"amount": "1.234", "currency": "EUR"}}}]}""")
            .post("/v1/customers");
    assertProblem(answer, 422, "invalid");
    assertThat(answer.<String>path("errors[0].pointer"))
        .isEqualTo("/people/0/signingAuthority/limit/amount");
  }

  @Test
  void filterThatIsNone() {
    assertProblem(reader().get("/v1/offerings?filter=name"), 400, "invalid-parameter");
    assertProblem(reader().get("/v1/offerings?filter=colour==red"), 400, "invalid-parameter");
    assertProblem(reader().get("/v1/offerings?filter=kind=gt=a"), 400, "invalid-parameter");
    assertProblem(reader().get("/v1/offerings?sort=colour"), 400, "invalid-parameter");
  }

  @Test
  void semicolonsInAQueryAreNoSeparators() {
    for (String name : List.of("Jan", "Piet")) {
      json("{\"kind\": \"organization\", \"name\": \"%s\"}".formatted(name)).post("/v1/parties");
    }
    for (String semicolon : List.of(";", "%3B")) {
      Response found =
          reader()
              .urlEncodingEnabled(false)
              .get("/v1/parties?limit=9&filter=kind==organization%sname==Jan".formatted(semicolon));
      assertThat(found.<List<String>>path("items.name")).containsExactly("Jan");
    }
    assertProblem(
        reader().urlEncodingEnabled(false).get("/v1/parties?filter=kind==organization;name=="),
        400,
        "invalid-parameter");
    assertProblem(
        reader().urlEncodingEnabled(false).get("/v1/parties?limit=1;filter=name==Jan"),
        400,
        "invalid-parameter");
  }

  @Test
  void daysThatNothingCanBeComputedFrom() {
    for (String parameter : List.of("to=0001-01-01", "from=0001-01-01", "to=9999-12-31")) {
      Response refused = reader().get("/v1/customer-statistics?" + parameter);
      assertProblem(refused, 400, "invalid-parameter");
      assertThat(refused.<String>path("errors[0].parameter"))
          .isEqualTo(parameter.substring(0, parameter.indexOf('=')));
    }
    assertThat(reader().get("/v1/customer-statistics?to=0101-01-01").statusCode()).isEqualTo(200);
  }

  @Test
  void acceptThatCannotBeMet() {
    assertProblem(
        reader().header("Accept", "image/png").get("/v1/offerings"), 406, "not-acceptable");
  }

  @Test
  void problemsIgnoreAccept() {
    assertProblem(reader().header("Accept", "text/html").get("/v1/unknown"), 404, "not-found");
  }

  @Test
  void preconditionsAreAsked() {
    String id = json("{\"name\": \"A\", \"kind\": \"product\"}").post("/v1/offerings").path("id");
    assertProblem(
        patch("{\"name\": \"B\"}").patch("/v1/offerings/" + id), 428, "precondition-required");
    assertProblem(
        patch("{\"name\": \"B\"}").header("If-Match", "\"9\"").patch("/v1/offerings/" + id),
        412,
        "precondition-failed");
    assertProblem(
        patch("{\"name\": null}").header("If-Match", "*").patch("/v1/offerings/" + id),
        422,
        "invalid");
    assertProblem(
        patch("{\"status\": \"draft\"}").header("If-Match", "*").patch("/v1/offerings/" + id),
        409,
        "transition-not-allowed");
    assertProblem(
        patch("[]").header("If-Match", "*").patch("/v1/offerings/" + id), 400, "malformed");
  }

  // A plain socket: an HTTP client would push the whole body before it reads the answer.
  @Test
  void bodyOverTheLimit() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(
              """
              POST /v1/offerings HTTP/1.1\r
              Host: localhost\r
              Content-Type: application/json\r
              Content-Length: 20000000\r
              Connection: close\r
              \r
              """
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .startsWith("HTTP/1.1 413")
          .containsIgnoringCase("content-type: application/problem+json")
          .contains("/problems/too-large");
    }
  }

  @Test
  void idempotencyKeyOfTheWrongForm() {
    assertProblem(
        json("{\"name\": \"A\", \"kind\": \"product\"}")
            .header("Idempotency-Key", "two words")
            .post("/v1/offerings"),
        400,
        "invalid-parameter");
  }

  private RequestSpecification reader() {
    return as(tenant, "customers:read");
  }

  private RequestSpecification writer() {
    return as(tenant, "customers:write");
  }

  private RequestSpecification json(String body) {
    return writer().contentType(ContentType.JSON).body(body);
  }

  private RequestSpecification patch(String body) {
    return writer().contentType("application/merge-patch+json").body(body);
  }

  private static void assertProblem(Response answer, int status, String slug) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(answer.contentType()).isEqualTo("application/problem+json");
    assertThat(answer.<String>path("type")).isEqualTo("/problems/" + slug);
    assertThat(answer.<Integer>path("status")).isEqualTo(status);
    assertThat(answer.<String>path("title")).isNotBlank();
    assertThat(answer.<String>path("detail")).isNotBlank();
    assertThat(answer.<String>path("instance")).startsWith("/v1/");
    assertThat(answer.header("X-Request-Id")).isEqualTo(answer.path("requestId"));
    assertThat(answer.asString()).doesNotContain("org.", "java.", "SELECT");
  }
}
