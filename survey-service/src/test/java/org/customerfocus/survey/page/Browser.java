package org.customerfocus.survey.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.bearing;
import static org.customerfocus.conventions.testing.Tokens.token;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.caller.Caller;

/// A respondent's browser without scripts: it shows pages and posts forms as the gateway would let
/// it.
final class Browser {

  private final String tenant;
  private final String languages;

  Browser(String tenant) {
    this(tenant, "en");
  }

  Browser(String tenant, String languages) {
    this.tenant = tenant;
    this.languages = languages;
  }

  /// An open link to a newly published survey.
  static String link(String tenant, String version, String more) {
    Response made =
        as(tenant, "surveys:write")
            .contentType(ContentType.JSON)
            .body("{\"surveyVersionId\": \"%s\"%s}".formatted(version, more))
            .post("/v1/survey-links");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return made.path("path");
  }

  Response get(String path) {
    return request().get(path.replaceFirst("#.*", ""));
  }

  Response head(String path) {
    return request().head(path);
  }

  /// @param fields names and values in turn
  Response post(String path, String... fields) {
    String form =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i -> encoded(fields[2 * i]) + "=" + encoded(fields[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return request()
        .contentType("application/x-www-form-urlencoded")
        .body(form)
        .post(path.replaceFirst("#.*", ""));
  }

  /// Begins, and answers the path of the first page with questions.
  String begin(String link) {
    Response begun = post(link);
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(303);
    return action(get(begun.header("Location")));
  }

  /// Posts a page that is taken, and answers the next page.
  Response next(String path, String... fields) {
    Response taken = post(path, fields);
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(303);
    Response next = get(taken.header("Location"));
    assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
    return next;
  }

  /// Where the form of a page is posted to.
  static String action(Response page) {
    String html = page.asString();
    int from = html.indexOf("action=\"");
    assertThat(from).as(html).isPositive();
    return html.substring(from + 8, html.indexOf('"', from + 8)).replace("&amp;", "&");
  }

  private RequestSpecification request() {
    return bearing(token(new Caller(tenant, "link", Set.of("responses:submit"), null, false)))
        .header("Accept-Language", languages)
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
