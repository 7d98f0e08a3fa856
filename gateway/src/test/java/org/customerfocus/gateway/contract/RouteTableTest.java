package org.customerfocus.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteTableTest {

  private static final RouteTable ROUTES =
      RouteTable.of(
          OpenApiYaml.read(
              "routes",
              """
              paths:
                /v1/surveys: {x-service: a, get: {security: [{bearer: [x]}]}, post: {}}
                /v1/surveys/{id}: {x-service: b, get: {security: [{bearer: [x]}]}}
                /v1/surveys/{id}/results: {x-service: c, get: {security: []}}
                /v1/surveys/{id}/results.csv: {x-service: d, get: {security: [{}]}}
                /v1/surveys/templates/{name}: {x-service: e, get: {}}
                /v1/reports/{id}: {x-service: f, get: {}}
                /v1/reports/{id}.pdf: {x-service: g, get: {}}
                /v1/reports/final-{id}.pdf: {x-service: h, get: {}}
              """));

  @Test
  void theLongestLiteralMatchWins() {
    assertThat(service("/v1/surveys")).isEqualTo("a");
    assertThat(service("/v1/surveys/1")).isEqualTo("b");
    assertThat(service("/v1/surveys/1/results")).isEqualTo("c");
    assertThat(service("/v1/surveys/1/results.csv")).isEqualTo("d");
    assertThat(service("/v1/surveys/templates/nps")).isEqualTo("e");
    assertThat(service("/v1/reports/7")).isEqualTo("f");
    assertThat(service("/v1/reports/7.pdf")).isEqualTo("g");
    assertThat(service("/v1/reports/final-7.pdf")).isEqualTo("h");
  }

  @Test
  void aLiteralThatLeadsNowhereFallsBackToTheParameter() {
    assertThat(service("/v1/surveys/templates")).isEqualTo("b");
    assertThat(service("/v1/surveys/templates/results")).isEqualTo("e");
    assertThat(service("/v1/reports/.pdf")).isEqualTo("f");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertThat(ROUTES.find("/")).isNull();
    assertThat(ROUTES.find("")).isNull();
    assertThat(ROUTES.find("*")).isNull();
    assertThat(ROUTES.find("/v1/surveys/")).isNull();
    assertThat(ROUTES.find("/v1/surveys//results")).isNull();
    assertThat(ROUTES.find("//v1/surveys")).isNull();
    assertThat(ROUTES.find("/v1/surveys/1/other")).isNull();
    assertThat(ROUTES.find("/v1/SURVEYS")).isNull();
  }

  @Test
  void methodsAndOpennessComeFromTheDocument() {
    Route surveys = ROUTES.find("/v1/surveys");
    assertThat(surveys.allow()).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(surveys.allows("HEAD")).isTrue();
    assertThat(surveys.allows("DELETE")).isFalse();
    assertThat(surveys.open("GET")).isFalse();
    assertThat(surveys.open("HEAD")).isFalse();
    assertThat(surveys.open("POST")).isFalse();
    assertThat(ROUTES.find("/v1/surveys/1/results").open("GET")).isTrue();
    assertThat(ROUTES.find("/v1/surveys/1/results.csv").open("GET")).isTrue();
  }

  private static String service(String path) {
    return ROUTES.find(path).service();
  }
}
