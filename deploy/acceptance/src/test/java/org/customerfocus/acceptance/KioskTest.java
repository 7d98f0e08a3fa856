package org.customerfocus.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a hall full of shared screens behind one address may do, and what a program may not.
@ExtendWith(Running.class)
class KioskTest {

  private static final int A_SECOND = 50;
  private static final int SECONDS = 4;
  private static final int FLOODERS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private Api api;
  private Visitor visitor;
  private String version;

  @BeforeEach
  void publish() {
    api = Tenant.fresh().admin();
    visitor = new Visitor("en");
    ObjectNode survey = Api.object().put("name", "Hall").put("anonymityThreshold", 0);
    ObjectNode question = survey.putArray("items").addObject();
    question.put("linkId", "recommend").put("type", "nps").put("text", "Recommend?");
    version = Imports.publish(api, api.post("/v1/surveys", survey).expect(201).id());
  }

  @Test
  void fiftySubmissionsASecondFromOneAddressAreNotThrottled() throws Exception {
    String link = link(true);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService screens = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (int i = 0; i < A_SECOND * SECONDS; i++) {
        answers.add(screens.submit(() -> submit(link).status()));
        long due = start + Duration.ofSeconds(1).toNanos() / A_SECOND * (i + 1);
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
      }
    }
    for (Future<Integer> each : answers) {
      assertThat(each.get()).isEqualTo(303);
    }
    String whole = Api.encode("surveyVersionId==%s;status==completed".formatted(version));
    int recorded =
        api.get("/v1/responses?limit=1&total=true&filter=" + whole)
            .expect(200)
            .json()
            .path("total")
            .asInt();
    assertThat(recorded).isEqualTo(A_SECOND * SECONDS);
  }

  @Test
  void aFloodOnOneOpenLinkIs() throws Exception {
    String flooded = link(false);
    String other = link(false);
    AtomicReference<Answer> refused = new AtomicReference<>();
    AtomicInteger begun = new AtomicInteger();
    long start = System.nanoTime();
    try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < FLOODERS; i++) {
        programs.submit(
            () -> {
              while (refused.get() == null && System.nanoTime() - start < PATIENCE.toNanos()) {
                Answer answer = visitor.post(flooded);
                if (answer.status() == 303) {
                  begun.incrementAndGet();
                } else if (answer.status() != 503) {
                  // A machine that is too busy says so in its own way.
                  refused.set(answer);
                }
              }
            });
      }
    }
    Answer answer = refused.get();
    assertThat(answer).as("%d were begun and none refused", begun.get()).isNotNull();
    assertThat(answer.status()).as("%s", answer).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("RateLimit")).contains("r=0");
    assertThat(answer.text()).contains("One moment, please");
    assertThat(begun.get()).isGreaterThanOrEqualTo(100);

    assertThat(visitor.post(other).status()).isEqualTo(303);
    Thread.sleep(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After"))));
    assertThat(visitor.post(flooded).status()).isEqualTo(303);
  }

  private Answer submit(String link) {
    Answer begun = visitor.post(link);
    assertThat(begun.status()).as("%s", begun).isEqualTo(303);
    return visitor.post(begun.header("Location") + "&step=1", "q:recommend", "9");
  }

  private String link(boolean kiosk) {
    ObjectNode link = Api.object().put("surveyVersionId", version).put("kiosk", kiosk);
    return api.post("/v1/survey-links", link).expect(201).json().path("path").asText();
  }
}
