package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.customerfocus.acceptance.Fixtures.Scene;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// Many clients that change one thing at once: one wins, and every other one is told.
@ExtendWith(Running.class)
class ConcurrencyTest {

  private static final int CLIENTS = 64;

  @TestFactory
  Stream<DynamicTest> ofManyPatchesWithOneETagOneWins() {
    return Map.of(
            "createCustomer", "lifecycleReason",
            "createSurvey", "description",
            "createOffering", "description")
        .entrySet()
        .stream()
        .map(each -> dynamicTest(each.getKey(), () -> race(each.getKey(), each.getValue())));
  }

  /// @param member of the new resource, which each client wants to change
  private static void race(String creator, String member) throws Exception {
    Scene scene = new Fixtures(Running.contract()).in(Tenant.fresh());
    Answer created = scene.perform(creator);
    String path = created.header("Location");
    Api client = scene.tenant().admin();
    List<Integer> statuses = new ArrayList<>();
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Request patch =
            Request.patch(path, Api.object().put(member, "Client " + i))
                .with("If-Match", created.header("ETag"));
        answers.add(
            clients.submit(
                () -> {
                  start.await();
                  return client.send(patch);
                }));
      }
      start.countDown();
      for (Future<Answer> answer : answers) {
        statuses.add(answer.get().status());
      }
    }
    assertThat(statuses).containsOnly(200, 412);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(client.get(path).header("ETag")).isNotEqualTo(created.header("ETag"));
  }
}
