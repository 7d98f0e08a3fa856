package org.customerfocus.survey.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.conventions.testing.Tokens.as;
import static org.customerfocus.conventions.testing.Tokens.freshTenant;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.privacy.PersonalData;
import org.customerfocus.conventions.privacy.Subject;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.survey.Given;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Platform.class)
class FoldsTest {

  private final String tenant = freshTenant();
  private final List<String> versions = new ArrayList<>();
  private final List<String> responses = new ArrayList<>();
  private final List<UUID> parties = new ArrayList<>();
  private UUID survey;

  @Inject Folds folds;
  @Inject FoldRepository repository;
  @Inject CountRepository counts;
  @Inject PublishedSurveys surveys;
  @Inject PersonalData data;
  @Inject TenantWork work;

  @BeforeEach
  void survey() {
    String id =
        Given.survey(tenant, Given.SURVEY.replace("\"key\": \"region\"", "\"key\": \"area\""));
    survey = UUID.fromString(id);
    versions.add(Given.version(tenant, id));
    // The second version knows an attribute that the first has not.
    as(tenant, "surveys:write")
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(
            Given.SURVEY.replace(
                "\"linkId\": \"day\", \"type\": \"date\"",
                "\"linkId\": \"late\", \"type\": \"consent\""))
        .patch("/v1/surveys/" + id)
        .then()
        .statusCode(200);
    versions.add(Given.version(tenant, id));
  }

  /// Whatever is submitted, amended, withdrawn, erased, folded and gathered in whatever order: what
  /// is kept and the tail add up to what a recount finds.
  @Test
  void foldedCountsAndTheTailAreEqualToARecount() {
    long tries = Math.clamp(Long.getLong("property.tries", 100), 60, 1_000);
    Random random = new Random(11);
    for (int i = 0; i < tries; i++) {
      switch (responses.isEmpty() ? 0 : random.nextInt(10)) {
        case 0, 1, 2, 3, 4 -> submit(random);
        case 5 -> change(random, "amended", answers(random));
        case 6 -> change(random, "entered-in-error", null);
        case 7 -> inTenant(() -> folds.foldSome(survey, 1 + random.nextInt(4)));
        case 8 ->
            inTenant(
                () -> {
                  folds.foldSome(survey, 100);
                  repository.gather(survey, 0);
                  return true;
                });
        default -> erase(random);
      }
      if (i % 5 == 4) {
        assertSame();
      }
    }
    inTenant(() -> folds.foldSome(survey, 10_000));
    assertSame();
    assertThat(inTenant(() -> counts.count(survey, null, List.of()))).isNotEmpty();
  }

  /// Responses change while they are folded: each is counted once, as it has become.
  @Test
  void changesThatRaceWithFoldingAreCountedOnce() {
    Random random = new Random(7);
    for (int i = 0; i < 20; i++) {
      submit(random);
    }
    CompletableFuture<Void> folding =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 40; i++) {
                inTenant(() -> folds.foldSome(survey, 2));
              }
            },
            Thread::startVirtualThread);
    for (String response : List.copyOf(responses)) {
      patch(response, "amended", answers(random));
    }
    folding.join();
    assertSame();
    assertThat(
            inTenant(() -> counts.count(survey, null, List.of())).stream()
                .filter(row -> row.linkId() == null)
                .mapToLong(CountedRow::people)
                .sum())
        .isEqualTo(20);
  }

  private void assertSame() {
    inTenant(
        () -> {
          List<PublishedVersion> versions = surveys.ofSurvey(survey);
          assertSame(null);
          for (String key : List.of("region", "area", "member")) {
            assertSame(Folds.byAttribute(key, versions));
          }
          for (String question : List.of("recommend", "clean", "channel", "late", "used")) {
            assertSame(Folds.byQuestion(question, versions));
          }
          for (String known :
              List.of("response.channel", "response.campaign", "response.touchpoint")) {
            assertSame(Folds.ofResponses(known, SplitKind.RESPONSE, versions));
          }
          assertSame(Folds.ofResponses("UTC", SplitKind.DAY, versions));
          return true;
        });
  }

  private void assertSame(@Nullable Split split) {
    assertThat(split == null || split.folded()).isTrue();
    for (List<String> questions : List.of(List.<String>of(), List.of("used", "recommend"))) {
      assertThat(plain(counts.count(survey, split, questions)))
          .as("split by %s", split)
          .isEqualTo(plain(counts.recount(survey, split, questions)));
    }
  }

  /// Numbers as they are written shortest, since sums keep the decimals of what was taken away.
  private static List<CountedRow> plain(List<CountedRow> rows) {
    return rows.stream()
        .map(
            row ->
                new CountedRow(
                    row.version(),
                    row.part(),
                    row.linkId(),
                    row.value(),
                    row.option(),
                    row.nonAnswer(),
                    row.rows(),
                    row.people(),
                    plain(row.weights()),
                    plain(row.peopleSquares()),
                    plain(row.sum()),
                    plain(row.squares()),
                    plain(row.weightedSum()),
                    plain(row.weightedSquares()),
                    row.weighted()))
        .sorted(Comparator.comparing(CountedRow::toString))
        .toList();
  }

  private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
    return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }

  private void submit(Random random) {
    UUID party = UUID.randomUUID();
    boolean second = random.nextBoolean();
    String weight =
        random.nextInt(3) == 0 ? "\"weight\": 0.%d,".formatted(1 + random.nextInt(8)) : "";
    String attribute =
        switch (random.nextInt(4)) {
          case 0 -> "";
          case 1 -> "\"member\": {\"truth\": true}";
          default ->
              "\"%s\": {\"code\": \"%s\"}"
                  .formatted(second ? "region" : "area", random.nextBoolean() ? "north" : "south");
        };
    Response recorded =
        Given.submit(
            tenant,
            """
            {"surveyVersionId": "%s", "partyId": "%s", %s
             "respondedAt": "2026-0%d-28T23:30:00Z", "channel": "%s",
             "attributes": {%s}, "answers": [%s]}"""
                .formatted(
                    versions.get(second ? 1 : 0),
                    party,
                    weight,
                    1 + random.nextInt(3),
                    random.nextBoolean() ? "kiosk" : "api",
                    attribute,
                    answers(random)));
    assertThat(recorded.statusCode()).as(recorded.asString()).isEqualTo(201);
    responses.add(recorded.path("id"));
    parties.add(party);
  }

  private static String answers(Random random) {
    List<String> answers = new ArrayList<>();
    answers.add("{\"linkId\": \"recommend\", \"value\": %d}".formatted(random.nextInt(11)));
    if (random.nextBoolean()) {
      answers.add(
          "{\"linkId\": \"used\", \"optionCodes\": [%s]}"
              .formatted(random.nextBoolean() ? "\"a\", \"c\"" : "\"b\""));
    }
    if (random.nextBoolean()) {
      answers.add("{\"linkId\": \"minutes\", \"number\": %d.5}".formatted(random.nextInt(9)));
    }
    if (random.nextBoolean()) {
      answers.add("{\"linkId\": \"why\", \"text\": \"Queues\"}");
    }
    if (random.nextBoolean()) {
      answers.add("{\"linkId\": \"clean\", \"value\": %d}".formatted(1 + random.nextInt(3)));
    }
    switch (random.nextInt(4)) {
      case 0 -> answers.add("{\"linkId\": \"channel\", \"optionCodes\": [\"web\"]}");
      case 1 -> answers.add("{\"linkId\": \"channel\", \"nonAnswer\": \"not-shown\"}");
      default -> {}
    }
    return String.join(", ", answers);
  }

  private void change(Random random, String status, String answers) {
    patch(responses.get(random.nextInt(responses.size())), status, answers);
  }

  /// What was entered in error cannot be changed any more: then the refusal changes nothing.
  private void patch(String response, String status, String answers) {
    int answered =
        as(tenant, "responses:submit")
            .header("If-Match", "*")
            .contentType("application/merge-patch+json")
            .body(
                "{\"status\": \"%s\"%s}"
                    .formatted(
                        status, answers == null ? "" : ", \"answers\": [%s]".formatted(answers)))
            .patch("/v1/responses/" + response)
            .statusCode();
    assertThat(answered).isIn(200, 409, 422);
  }

  private void erase(Random random) {
    UUID party = parties.get(random.nextInt(parties.size()));
    inTenant(
        () -> {
          data.erase(new Subject(List.of(party), List.of()));
          return true;
        });
  }

  private <T> T inTenant(Supplier<T> step) {
    return work.call(Caller.system("test", tenant, false), step);
  }
}
