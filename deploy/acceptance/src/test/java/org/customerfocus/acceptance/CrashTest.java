package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.customerfocus.acceptance.Fixtures.Scene;
import org.customerfocus.local.ManagedProcess;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process that is killed (SIGKILL) in the middle of its work: it is started again, the client
/// repeats itself, and what was asked for is there once. One random moment in `verify`, ten with
/// `-Plong`. The last class to run, so that the others meet processes that were never killed.
@ExtendWith(Running.class)
@Order(Integer.MAX_VALUE)
class CrashTest {

  private static final int RESPONSES = 2809;
  private static final int CUSTOMERS = 150;
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  static IntStream moments() {
    Random random = new Random();
    return random.ints(Integer.getInteger("acceptance.kills", 1), 50, 2500);
  }

  @ParameterizedTest(name = "{0} ms after it began")
  @MethodSource("moments")
  void anImportIsNeitherLostNorDoubled(int millis) throws Exception {
    Api api = Tenant.fresh().admin();
    String survey = Imports.survey(api);
    String version = Imports.publish(api, survey);
    String job = Imports.create(api, version, "2018");
    try (Killer killer = Killer.of("survey", millis)) {
      Request file = Imports.file(job, Imports.demoFile("sfo-2018.csv"));
      // 409: the file was taken, but the answer to that was lost.
      untilItWorks(api, file).expect(200, 409);
      killer.join();
    }
    // The job that was cut off goes on by itself.
    JsonNode resumed = Imports.awaitEnd(api, job);
    assertThat(resumed.path("status").asText()).as("%s", resumed).isEqualTo("completed");
    assertThat(Imports.load(api, version, "2018").path("status").asText()).isEqualTo("completed");
    String list = "/v1/responses?limit=1&total=true&filter=";
    String filter = Api.encode("surveyId==" + survey);
    assertThat(api.get(list + filter).expect(200).json().path("total").asInt())
        .isEqualTo(RESPONSES);
  }

  @ParameterizedTest(name = "{0} ms after it began")
  @MethodSource("moments")
  void aRepeatedPostMakesOne(int millis) throws Exception {
    Scene scene = new Fixtures(Running.contract()).in(Tenant.fresh());
    Request request = scene.request(scene.operation("createCustomer"));
    Set<String> ids = new HashSet<>();
    try (Killer killer = Killer.of("customer", millis);
        ExecutorService clients = Executors.newFixedThreadPool(4)) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < CUSTOMERS; i++) {
        Request keyed = request.with("Idempotency-Key", UUID.randomUUID().toString());
        answers.add(clients.submit(() -> untilItWorks(scene.tenant().admin(), keyed)));
      }
      for (Future<Answer> answer : answers) {
        ids.add(answer.get().expect(201).id());
      }
      killer.join();
    }
    assertThat(ids).hasSize(CUSTOMERS);
    String total = "/v1/customers?limit=1&total=true";
    // Each brings one user with a relationship of its own.
    assertThat(scene.tenant().admin().get(total).expect(200).json().path("total").asInt())
        .isEqualTo(CUSTOMERS * 2);
  }

  private static Answer untilItWorks(Api api, Request request) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      try {
        Answer answer = api.exchange(request);
        if (!PASSING.contains(answer.status()) && !inUse(answer)) {
          return answer;
        }
        answer.requireProblem();
      } catch (UncheckedIOException brokenOff) {
        // Whether it was done is not known: that is what the key is for.
      }
      Thread.sleep(100);
    }
    throw new AssertionError(request + " does not work any more");
  }

  /// The first request with this key still runs.
  private static boolean inUse(Answer answer) {
    return answer.status() == 409 && answer.text().contains("/problems/idempotency-key-in-use");
  }

  /// Kills a process after a while, and has it running again when it is closed.
  private record Killer(ManagedProcess process, Thread thread) implements AutoCloseable {

    static Killer of(String name, int millis) {
      ManagedProcess process = Running.platform().service(name);
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(millis);
                      process.restart();
                    } catch (InterruptedException e) {
                      Thread.currentThread().interrupt();
                    }
                  });
      return new Killer(process, thread);
    }

    void join() {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      join();
      // In good order this time, so that many crashes in a row do not count as one that keeps
      // dying.
      process.stop();
      process.start();
      process.awaitReady();
    }
  }
}
