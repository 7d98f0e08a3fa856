package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.customerfocus.local.ManagedProcess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Measurements are sent while the service and the database are killed (SIGKILL) at random: what
/// was acknowledged is there, once. One kill of the service in `verify`; with `-Plong` as many as
/// `acceptance.kills` says, the database among them, and `acceptance.measurements` of them.
@ExtendWith(Running.class)
@Order(Integer.MAX_VALUE)
class IngestCrashTest {

  private static final int MEASUREMENTS = Integer.getInteger("acceptance.measurements", 4_000);
  private static final int KILLS = Integer.getInteger("acceptance.kills", 1);
  private static final int CLIENTS = 4;
  private static final int LINES = 250;
  private static final Set<Integer> PASSING = Set.of(409, 500, 502, 503, 504);

  @Test
  void everyAcknowledgedMeasurementIsThereOnce() throws Exception {
    Api api = Tenant.fresh().admin();
    String metric =
        api.post(
                "/v1/metrics",
                Api.object()
                    .put("name", "On time")
                    .put("type", "ratio")
                    .put("description", "It was on time."))
            .expect(201)
            .id();
    Set<String> acknowledged = new HashSet<>();
    AtomicBoolean sending = new AtomicBoolean(true);
    Thread killer = Thread.ofPlatform().start(() -> kill(sending));
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Set<String>>> sent = new ArrayList<>();
      for (int part = 0; part < MEASUREMENTS / LINES; part++) {
        int number = part;
        sent.add(clients.submit(() -> send(api, metric, number)));
      }
      for (Future<Set<String>> each : sent) {
        acknowledged.addAll(each.get());
      }
    } finally {
      sending.set(false);
      killer.join();
      settle();
    }
    assertThat(acknowledged).hasSize(MEASUREMENTS / LINES * LINES);
    List<String> recorded = recorded(api);
    assertThat(recorded).doesNotHaveDuplicates();
    assertThat(new HashSet<>(recorded)).isEqualTo(acknowledged);
  }

  /// Sends one part again and again, as lines or as a batch, until all of it is acknowledged.
  private static Set<String> send(Api api, String metric, int part) {
    Set<String> ids = new HashSet<>();
    StringBuilder lines = new StringBuilder();
    ObjectNode batch = Api.object();
    var all = batch.putArray("measurements");
    for (int i = 0; i < LINES; i++) {
      String id = part + "-" + i;
      ids.add(id);
      ObjectNode measurement = all.addObject();
      measurement.put("source", "crash").put("sourceId", id).put("metricId", metric);
      measurement.putObject("entity").put("type", "visit").put("reference", id);
      measurement.put("dueAt", "2026-0%d-01T10:00:00Z".formatted(1 + i % 9)).put("good", true);
      lines.append(measurement).append('\n');
    }
    Request request =
        part % 2 == 0
            ? Request.post("/v1/measurements/batch", batch)
            : Request.of("POST", "/v1/measurements/batch.ndjson")
                .with("Content-Type", "application/x-ndjson")
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    Answer answer =
        Eventually.answer(api, request, each -> !PASSING.contains(each.status())).expect(200);
    JsonNode outcome = answer.json();
    assertThat(outcome.path("created").asInt() + outcome.path("duplicates").asInt())
        .as("%s", answer)
        .isEqualTo(LINES);
    return ids;
  }

  private static List<String> recorded(Api api) {
    List<String> recorded = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = api.get("/v1/measurements?limit=200" + cursor).expect(200).json();
      page.path("items").forEach(each -> recorded.add(each.path("sourceId").asText()));
      String next = page.path("nextCursor").asText();
      cursor = next.isEmpty() ? null : "&cursor=" + next;
    }
    return recorded;
  }

  private static ManagedProcess service() {
    return Running.platform().service("agreement");
  }

  private static void kill(AtomicBoolean sending) {
    Random random = new Random();
    try {
      for (int i = 0; i < KILLS && sending.get(); i++) {
        Thread.sleep(random.nextInt(50, 1500));
        ManagedProcess database = Running.platform().database();
        boolean killsDatabase = database != null && i % 2 == 1;
        ManagedProcess victim = killsDatabase ? Objects.requireNonNull(database) : service();
        victim.restart();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// In good order, so that many crashes do not count as one that keeps dying.
  private static void settle() {
    ManagedProcess service = service();
    service.stop();
    service.start();
    service.awaitReady();
  }
}
