package org.customerfocus.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.customerfocus.acceptance.Fixtures.Scene;

/// The valid requests of measurements, state changes and timers, and of corrections.
final class MeasurementFixtures {

  private MeasurementFixtures() {}

  static void fill(Fixtures table) {
    table
        .plain("listMeasurements", "listUnmatchedMeasurements")
        .with(MeasurementFixtures::measurement, "createMeasurement")
        .with(
            (scene, batch) ->
                each(scene, batch.path("measurements"), MeasurementFixtures::measurement),
            "createMeasurements")
        .with(
            (scene, event) -> event(scene, event, scene.id("createMetric")),
            "createMeasurementEvents")
        .plain("createMeasurementsNdjson", "createMeasurementsCsv")
        .on("createMeasurement", "getMeasurement")
        .plain("listStateChanges", "createStateChangesNdjson", "createStateChangesCsv")
        .with(MeasurementFixtures::stateChange, "createStateChange")
        .with(
            (scene, batch) ->
                each(scene, batch.path("stateChanges"), MeasurementFixtures::stateChange),
            "createStateChanges")
        .with(MeasurementFixtures::stateEvent, "createStateChangeEvents")
        .on("createStateChange", "getStateChange")
        .plain("listTimerEvents", "createTimerEventsNdjson", "createTimerEventsCsv")
        .with(MeasurementFixtures::timerEvent, "createTimerEvent")
        .with(
            (scene, batch) ->
                each(scene, batch.path("timerEvents"), MeasurementFixtures::timerEvent),
            "createTimerEvents")
        .with(MeasurementFixtures::timerNews, "createTimerEventEvents")
        .on("createTimerEvent", "getTimerEvent")
        .plain("listCorrections")
        .with(
            (scene, correction) -> correction.put("reportId", scene.id("createMeasurement")),
            "createCorrection")
        .on("createCorrection", "getCorrection");
  }

  private static void each(Scene scene, JsonNode reports, Fixtures.Filling filling) {
    reports.forEach(report -> filling.fill(scene, (ObjectNode) report));
  }

  private static void measurement(Scene scene, ObjectNode measurement) {
    report(scene, measurement, scene.id("createMetric"));
    measurement.put("offeringId", scene.id("createOffering"));
  }

  private static void stateChange(Scene scene, ObjectNode change) {
    report(scene, change, metric(scene, "time-ratio"));
  }

  private static void timerEvent(Scene scene, ObjectNode event) {
    report(scene, event, metric(scene, "duration"));
  }

  private static void report(Scene scene, ObjectNode report, String metric) {
    report
        .put("sourceId", scene.unique("reading"))
        .put("metricId", metric)
        .put("customerId", scene.id("createCustomer"));
  }

  private static void event(Scene scene, ObjectNode event, String metric) {
    event.put("id", scene.unique("event"));
    ((ObjectNode) event.path("data")).put("metricId", metric);
  }

  private static void stateEvent(Scene scene, ObjectNode event) {
    event(scene, event, metric(scene, "time-ratio"));
    moment(event).put("state", "bad");
  }

  private static void timerNews(Scene scene, ObjectNode event) {
    event(scene, event, metric(scene, "duration"));
    moment(event).put("action", "start");
  }

  /// The documented event is one of a measurement.
  private static ObjectNode moment(ObjectNode event) {
    ObjectNode data = (ObjectNode) event.path("data");
    data.set("at", data.remove("completedAt"));
    data.remove("value");
    return data;
  }

  private static String metric(Scene scene, String type) {
    ObjectNode metric =
        Api.object()
            .put("name", scene.unique("Metric"))
            .put("type", type)
            .put("description", "How it went.");
    if (type.equals("duration")) {
      metric.put("unit", "s").put("phase", "response");
    }
    return scene.tenant().admin().post("/v1/metrics", metric).expect(201).id();
  }
}
