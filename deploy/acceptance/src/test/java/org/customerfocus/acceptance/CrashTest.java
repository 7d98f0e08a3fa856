package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A process that is killed (SIGKILL) in the middle of its work: it is started again, the client
/// repeats itself, and what was asked for is there once. One random moment in `verify`, ten with
/// `-Plong`, which also submits ten thousand responses rather than three hundred
/// (`-Dacceptance.submissions`). The last class to run, so that the others meet processes that were
/// never killed.
@ExtendWith(Running.class)
@Order(Integer.MAX_VALUE)
class CrashTest {

  private static final int RESPONSES = 2809;
  private static final int CUSTOMERS = 150;
  private static final int MERGES = 60;
  private static final int SUBMISSIONS = Integer.getInteger("acceptance.submissions", 300);
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

  /// Killed again for each 2,500 submissions.
  @Test
  void aSubmissionIsNeitherLostNorDoubledNorSplit() throws Exception {
    Api api = Tenant.fresh().admin();
    String survey = survey(api);
    String version = Imports.publish(api, survey);
    // Every one of them qualifies: it has one case, made in the same transaction.
    ObjectNode rule = Api.object().put("name", "All").put("source", "responses");
    rule.put("surveyId", survey).put("condition", "answer.recommend=ge=0");
    api.post("/v1/case-rules", rule).expect(201);
    ObjectNode response = Api.object().put("surveyVersionId", version);
    var answers = response.putArray("answers");
    answers.addObject().put("linkId", "recommend").put("value", 9);
    answers.addObject().put("linkId", "easy").put("value", 6);
    answers.addObject().put("linkId", "why").put("text", "whole");
    Set<String> acknowledged = new HashSet<>();
    int[] pauses = new Random().ints(1 + SUBMISSIONS / 2500, 50, 2500).toArray();
    try (Killer killer = Killer.of("survey", pauses);
        ExecutorService clients = Executors.newFixedThreadPool(8)) {
      List<Future<Answer>> sent = new ArrayList<>();
      for (int i = 0; i < SUBMISSIONS; i++) {
        Request keyed =
            Request.post("/v1/responses", response)
                .with("Idempotency-Key", UUID.randomUUID().toString());
        sent.add(clients.submit(() -> untilItWorks(api, keyed)));
      }
      for (Future<Answer> each : sent) {
        acknowledged.add(each.get().expect(201).id());
      }
      killer.join();
    }
    assertThat(acknowledged).hasSize(SUBMISSIONS);
    Set<String> recorded = new HashSet<>();
    String file = "/v1/survey-versions/" + version + "/responses.ndjson";
    for (String line : api.get(file).expect(200).text().split("\n")) {
      JsonNode each = Api.read(line);
      assertThat(each.path("answers")).as(line).hasSize(answers.size());
      assertThat(recorded.add(each.path("id").asText())).isTrue();
    }
    assertThat(recorded).isEqualTo(acknowledged);
    List<String> cases = new ArrayList<>();
    for (String cursor = ""; cursor != null; ) {
      JsonNode page = api.get("/v1/cases?limit=200" + cursor).expect(200).json();
      page.path("items").forEach(each -> cases.add(each.path("responseId").asText()));
      String next = page.path("nextCursor").asText();
      cursor = next.isEmpty() ? null : "&cursor=" + next;
    }
    assertThat(cases).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(recorded);
  }

  private static String survey(Api api) {
    ObjectNode survey = Api.object().put("name", "Crash");
    var items = survey.putArray("items");
    items.addObject().put("linkId", "recommend").put("type", "nps").put("text", "Recommend?");
    items.addObject().put("linkId", "easy").put("type", "ces").put("text", "Easy?");
    items.addObject().put("linkId", "why").put("type", "text").put("text", "Why?");
    return api.post("/v1/surveys", survey).expect(201).id();
  }

  @ParameterizedTest(name = "{0} ms after it began")
  @MethodSource("moments")
  void aMergeIsDoneWholeOrNotAtAllAndOnceWhenItIsRepeated(int millis) throws Exception {
    Api api = Tenant.fresh().admin();
    List<Twins> all = new ArrayList<>();
    for (int i = 0; i < MERGES; i++) {
      all.add(Twins.of(api, "Ostrander" + i));
    }
    try (Killer killer = Killer.of("customer", millis);
        ExecutorService clients = Executors.newFixedThreadPool(4)) {
      // Nobody repeats anything yet: what stands after the crash is what the crash left.
      List<Future<Boolean>> tried = new ArrayList<>();
      for (Twins twins : all) {
        tried.add(clients.submit(() -> isAnswered(api, twins.merge())));
      }
      for (Future<Boolean> each : tried) {
        each.get();
      }
      killer.join();
    }
    int merged = 0;
    for (Twins twins : all) {
      merged += twins.isMerged(api) ? 1 : 0;
    }
    String total = "/v1/merges?limit=1&total=true";
    assertThat(api.get(total).expect(200).json().path("total").asInt()).isEqualTo(merged);

    for (Twins twins : all) {
      untilItWorks(api, twins.merge()).expect(201);
      assertThat(twins.isMerged(api)).isTrue();
    }
    assertThat(api.get(total).expect(200).json().path("total").asInt()).isEqualTo(MERGES);
  }

  /// Two records of one person, each with a relationship of its own, and the request to merge them.
  private record Twins(
      String kept, String gone, String customer, String goneCustomer, Request merge) {

    static Twins of(Api api, String family) {
      String kept = MergeFixtures.person(api, "Wilhelmina", family);
      String gone = MergeFixtures.person(api, "Wilhelmine", family);
      Request merge =
          Request.post("/v1/merges", Api.object().put("survivorId", kept).put("mergedId", gone))
              .with("Idempotency-Key", UUID.randomUUID().toString());
      return new Twins(
          kept, gone, customer(api, kept, "end-user"), customer(api, gone, "payer"), merge);
    }

    private static String customer(Api api, String party, String role) {
      ObjectNode customer = Api.object().put("partyId", party).put("lifecycle", "current");
      customer.putArray("roles").addObject().put("type", role);
      return api.post("/v1/customers", customer).expect(201).id();
    }

    /// Both the party and its relationship lead to what they became, or both are as they were.
    boolean isMerged(Api api) {
      Answer party = api.get("/v1/parties/" + gone).expect(200, 308);
      Answer relationship = api.get("/v1/customers/" + goneCustomer).expect(200, 308);
      assertThat(relationship.status()).isEqualTo(party.status());
      if (party.status() == 200) {
        assertThat(party.json().path("givenName").asText()).isEqualTo("Wilhelmine");
        assertThat(relationship.json().path("partyId").asText()).isEqualTo(gone);
        return false;
      }
      assertThat(party.header("Location")).endsWith("/v1/parties/" + kept);
      assertThat(relationship.header("Location")).endsWith("/v1/customers/" + customer);
      return true;
    }
  }

  private static boolean isAnswered(Api api, Request request) {
    try {
      return api.exchange(request).status() == 201;
    } catch (UncheckedIOException brokenOff) {
      return false;
    }
  }

  /// Whether it was done when the connection breaks off is not known: that is what the key is for.
  private static Answer untilItWorks(Api api, Request request) {
    return Eventually.answer(
        api,
        request,
        answer -> {
          boolean works = !PASSING.contains(answer.status()) && !inUse(answer);
          if (!works) {
            answer.requireProblem();
          }
          return works;
        });
  }

  /// The first request with this key still runs.
  private static boolean inUse(Answer answer) {
    return answer.status() == 409 && answer.text().contains("/problems/idempotency-key-in-use");
  }

  /// Kills a process after a while, or again and again, and has it running again when it is closed.
  private record Killer(ManagedProcess process, Thread thread) implements AutoCloseable {

    /// @param pauses how many milliseconds it is left alone before each kill
    static Killer of(String name, int... pauses) {
      ManagedProcess process = Running.platform().service(name);
      Thread thread =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      for (int pause : pauses) {
                        Thread.sleep(pause);
                        process.restart();
                      }
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
