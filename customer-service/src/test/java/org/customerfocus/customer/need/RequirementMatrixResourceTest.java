package org.customerfocus.customer.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.stream.IntStream;
import org.customerfocus.conventions.testing.Json;
import org.customerfocus.conventions.testing.Platform;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class RequirementMatrixResourceTest {

  private static final String MATTERS = "{\"segmentId\": \"%s\", \"importance\": %d}";

  private final Given given = new Given(freshTenant());

  @Test
  void showsWhatEachSegmentRequires() {
    String families = given.segment("Families");
    String business = given.segment("=cmd|' /C calc'!A0");
    String offering = given.offering("Terminal");
    String quick =
        given.requirement(
            "Quick <b>security</b>",
            ", \"offeringId\": \"%s\", \"importances\": [%s, %s, {\"role\": \"payer\", \"importance\": 3}]"
                .formatted(
                    offering, MATTERS.formatted(families, 4), MATTERS.formatted(business, 10)));
    String clean =
        given.requirement(
            "Clean",
            ", \"importances\": [%s], \"evidence\": [{\"kind\": \"complaint\", \"reference\": \"7\","
                    .formatted(MATTERS.formatted(families, 8))
                + " \"date\": \"2025-01-01\"}]");
    String unheard = given.requirement("Nobody was asked", "");
    score(quick, "0.75", ", \"segmentId\": \"" + families + "\"");
    score(quick, "0.5", ", \"segmentId\": \"" + business + "\"");
    score(quick, "0.625", "");

    Response matrix = given.get("/v1/requirement-matrix");
    String none =
        """
        {"status": "insufficient", "unit": "ratio", "n": 0, "base": 0,
         "method": "degree-met/score", "reason": "No score has come yet."}""";
    Json.assertBody(
        matrix,
        """
        {
          "requirements": [
            {"id": "%1$s", "statement": "Quick <b>security</b>", "kind": "requirement",
             "voice": "spoken", "evidenceCount": 0, "degreeMet": %6$s},
            {"id": "%2$s", "statement": "Clean", "kind": "requirement", "voice": "spoken",
             "evidenceCount": 1, "degreeMet": %9$s},
            {"id": "%3$s", "statement": "Nobody was asked", "kind": "requirement",
             "voice": "spoken", "evidenceCount": 0, "degreeMet": %9$s}
          ],
          "segments": [
            {"id": "%4$s", "name": "Families", "cells": [
              {"requirementId": "%1$s", "importance": 4, "degreeMet": %7$s, "gap": %10$s},
              {"requirementId": "%2$s", "importance": 8, "degreeMet": %9$s,
               "gap": {"status": "insufficient", "unit": "ratio", "n": 0, "base": 0,
                       "method": "gap/importance-minus-degree-met",
                       "reason": "No score has come yet."}}
            ]},
            {"id": "%5$s", "name": "=cmd|' /C calc'!A0", "cells": [
              {"requirementId": "%1$s", "importance": 10, "degreeMet": %8$s, "gap": %11$s}
            ]}
          ]
        }"""
            .formatted(
                quick,
                clean,
                unheard,
                families,
                business,
                met("0.625"),
                met("0.75"),
                met("0.5"),
                none,
                gap("-0.35", "-0.45", "-0.25"),
                gap("0.5", "0.4", "0.6")));

    Response narrowed =
        given.get("/v1/requirement-matrix?offeringId=" + offering + "&segmentId=" + business);
    assertThat(narrowed.<List<String>>path("requirements.id")).containsExactly(quick);
    assertThat(narrowed.<List<String>>path("segments.id")).containsExactly(business);

    Response csv = given.get("/v1/requirement-matrix.csv");
    assertThat(csv.contentType()).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.asString().lines().toList())
        .containsExactly(
            "segmentId,segment,requirementId,requirement,kind,voice,evidenceCount,importance,"
                + "degreeMetStatus,degreeMet,n,base,level,lower,upper,method,asOf,gap",
            families
                + ",Families,"
                + quick
                + ",Quick <b>security</b>,requirement,spoken,0,4,ok,0.75,40,50,0.95,0.65,0.85,"
                + "csat/wilson,2025-11-01T00:00:00Z,-0.35",
            families
                + ",Families,"
                + clean
                + ",Clean,requirement,spoken,1,8,insufficient,,0,0,,,,degree-met/score,,",
            business
                + ",'=cmd|' /C calc'!A0,"
                + quick
                + ",Quick <b>security</b>,requirement,spoken,0,10,ok,0.5,40,50,0.95,0.4,0.6,"
                + "csat/wilson,2025-11-01T00:00:00Z,0.5");

    Response page = given.get("/v1/requirement-matrix.html");
    assertThat(page.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(page.header("Content-Security-Policy"))
        .startsWith("default-src 'none'; style-src 'sha256-");
    assertThat(page.asString())
        .contains("Quick &lt;b&gt;security&lt;/b&gt;")
        .contains("<th scope=\"row\">")
        .contains("<th scope=\"colgroup\" colspan=\"3\">Families</th>")
        .contains(">+50<")
        .contains(">−35<")
        .contains("65–85 %, n = 40")
        .doesNotContain("<script")
        .doesNotContain(" style=");
  }

  @Test
  void isWrittenWholeHoweverLong() {
    int count = 201;
    String segment = given.segment("All");
    IntStream.range(0, count)
        .forEach(
            i ->
                given.requirement(
                    "Requirement " + i,
                    ", \"importances\": [" + MATTERS.formatted(segment, 5) + "]"));
    Response refused = given.get("/v1/requirement-matrix");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("detail")).contains("more than 200 requirements");
    assertThat(given.get("/v1/requirement-matrix.csv").asString().lines()).hasSize(count + 1);
  }

  @Test
  void refusesAnOfferingOrSegmentThatIsNotThere() {
    String unknown = "0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
    for (String form : List.of("", ".csv", ".html")) {
      for (String name : List.of("offeringId", "segmentId")) {
        Response refused =
            given.get("/v1/requirement-matrix%s?%s=%s".formatted(form, name, unknown));
        assertThat(refused.statusCode()).as(form).isEqualTo(400);
        assertThat(refused.<String>path("errors[0].parameter")).isEqualTo(name);
      }
    }
  }

  @Test
  void gapsAreOnTheScaleOfDegrees() {
    assertThat(Gap.of(null, DegreesMet.NONE).status().wire()).isEqualTo("not-applicable");
    assertThat(Gap.of(7, DegreesMet.NONE).status().wire()).isEqualTo("insufficient");
    assertThat(given.get("/v1/requirement-matrix.html").asString())
        .contains("No requirement is recorded here yet.");
  }

  private void score(String requirement, String value, String more) {
    String body =
        """
        {"score": %s, "source": {"service": "survey", "resource": "/v1/surveys/1/results"},
         "asOf": "2025-11-01T00:00:00Z"%s}"""
            .formatted(met(value), more);
    Response answer = given.put("/v1/requirements/" + requirement + "/degree-met", body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
  }

  private static String met(String value) {
    java.math.BigDecimal met = new java.math.BigDecimal(value);
    java.math.BigDecimal tenth = new java.math.BigDecimal("0.1");
    return """
    {"status": "ok", "value": %s, "unit": "ratio", "n": 40, "base": 50, "method": "csat/wilson",
     "interval": {"level": 0.95, "lower": %s, "upper": %s}}"""
        .formatted(value, met.subtract(tenth), met.add(tenth));
  }

  private static String gap(String value, String lower, String upper) {
    return """
    {"status": "ok", "value": %s, "unit": "ratio", "n": 40, "base": 50,
     "method": "gap/importance-minus-degree-met",
     "interval": {"level": 0.95, "lower": %s, "upper": %s}}"""
        .formatted(value, lower, upper);
  }
}
