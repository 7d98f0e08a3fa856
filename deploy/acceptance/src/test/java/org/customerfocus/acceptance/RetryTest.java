package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.customerfocus.acceptance.Fixtures.Scene;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/// A client that never saw the answer may send again: there is one row, and the answer is the same
/// bytes.
@ExtendWith(Running.class)
class RetryTest {

  private static final int LOST = 12;
  private static final int AT_ONCE = 16;

  /// Whatever makes something that a list of the same path shows.
  private static final List<String> CREATORS =
      List.of(
          "createOffering", "createCustomer", "createSurvey", "createResponse", "createAgreement");

  @TestFactory
  Stream<DynamicTest> aLostAnswerIsGivenAgain() {
    return CREATORS.stream().map(creator -> dynamicTest(creator, () -> loseAnswers(creator)));
  }

  @TestFactory
  Stream<DynamicTest> manySendingTheSameAtOnceMakeOne() {
    return CREATORS.stream().map(creator -> dynamicTest(creator, () -> sendAtOnce(creator)));
  }

  private static void loseAnswers(String creator) throws Exception {
    Scene scene = scene();
    int rows = rowsOfOne(scene, creator);
    for (int i = 0; i < LOST; i++) {
      Request keyed = keyed(scene, creator);
      int before = total(scene, keyed.path());
      hangUp(scene, keyed, i * 4L);
      Answer first = settled(scene, keyed);
      // The request that was given up may arrive only now, and holds the key for a moment.
      Answer again = settled(scene, keyed);
      assertThat(again.text()).isEqualTo(first.text());
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      assertThat(total(scene, keyed.path())).as("rows after %s", first).isEqualTo(before + rows);
    }
  }

  /// How many rows one creation adds to the list: the people who are users of a new customer have
  /// relationships of their own.
  private static int rowsOfOne(Scene scene, String creator) {
    Request request = keyed(scene, creator);
    int before = total(scene, request.path());
    scene.tenant().admin().send(request).expect(201);
    return total(scene, request.path()) - before;
  }

  private static Request keyed(Scene scene, String creator) {
    return scene
        .request(scene.operation(creator))
        .with("Idempotency-Key", UUID.randomUUID().toString());
  }

  /// Sends everything, waits a little, and is gone before the answer.
  private static void hangUp(Scene scene, Request request, long millis)
      throws IOException, InterruptedException {
    try (Wire wire = Wire.open()) {
      String length = String.valueOf(request.body().length);
      wire.send(request, scene.tenant().admin().credential(), Map.of("Content-Length", length));
      Thread.sleep(millis);
    }
  }

  private static void sendAtOnce(String creator) throws Exception {
    Scene scene = scene();
    int rows = rowsOfOne(scene, creator);
    Request request = keyed(scene, creator);
    int before = total(scene, request.path());
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> sent = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        sent.add(clients.submit(() -> settled(scene, request)));
      }
      for (Future<Answer> answer : sent) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).extracting(Answer::text).containsOnly(answers.getFirst().text());
    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(total(scene, request.path())).isEqualTo(before + rows);
  }

  /// While the first request still runs, its key is answered 409.
  private static Answer settled(Scene scene, Request request) {
    return Eventually.answer(
            scene.tenant().admin(),
            request,
            answer -> {
              if (answer.status() != 409) {
                return true;
              }
              assertThat(answer.requireProblem().json().path("type").asText())
                  .isEqualTo("/problems/idempotency-key-in-use");
              return false;
            })
        .expect(201);
  }

  private static int total(Scene scene, String path) {
    return scene
        .tenant()
        .admin()
        .get(path + "?limit=1&total=true")
        .expect(200)
        .json()
        .path("total")
        .asInt();
  }

  private static Scene scene() {
    return new Fixtures(Running.contract()).in(Tenant.fresh());
  }
}
