package org.customerfocus.agreement.recount;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.customerfocus.agreement.Given;
import org.customerfocus.agreement.attainment.Attainment;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.CalendarMonth;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.attainment.Tally;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.customerfocus.conventions.testing.Json;
import org.jspecify.annotations.Nullable;

/// One agreement with its rules, and everything that was ever reported for it.
abstract class RandomHistory {

  private static final YearMonth FROM = YearMonth.of(2026, 1);
  private static final YearMonth TO = YearMonth.of(2026, 6);
  private static final List<String> ZONES =
      List.of("America/Los_Angeles", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC");

  final Random random;
  final Given given;
  final String customer = UUID.randomUUID().toString();
  final List<String> reports = new ArrayList<>();
  final List<String> corrections = new ArrayList<>();
  private final String metric;
  private final String zone;
  private final ExclusionEffect effect;
  private final UnknownAs unknownAs;
  private final List<Span> exclusions = new ArrayList<>();
  private String commitment = "";

  RandomHistory(Random random, Given given, String metric) {
    this.random = random;
    this.given = given;
    this.metric = metric;
    zone = ZONES.get(random.nextInt(ZONES.size()));
    effect = any(ExclusionEffect.values());
    unknownAs = any(UnknownAs.values());
    for (int i = random.nextInt(4); i > 0; i--) {
      Instant start = time();
      exclusions.add(new Span(start, start.plusSeconds(1 + random.nextInt(20 * 86_400))));
    }
  }

  static String metric(Given given, String members) {
    return Given.id(
        given
            .writer()
            .body("{\"name\": \"Metric\", \"description\": \"It is.\", %s}".formatted(members))
            .post("/v1/metrics"));
  }

  /// Of what is reported, as corrections name it.
  abstract String kind();

  /// @param members that all have
  abstract String commitment(String members);

  /// How a person would count a month.
  abstract Tally expected(Span month, Instant cut);

  String metric() {
    return metric;
  }

  UUID promise() {
    return UUID.fromString(commitment);
  }

  ExclusionEffect effect() {
    return effect;
  }

  List<Span> exclusions() {
    return exclusions;
  }

  <T> T any(T[] of) {
    return of[random.nextInt(of.length)];
  }

  /// Around the months' edges as often as anywhere.
  Instant time() {
    if (random.nextBoolean()) {
      Instant edge =
          new CalendarMonth(FROM.plusMonths(random.nextInt(6)), ZoneId.of(zone)).span().start();
      return edge.plusMillis(random.nextInt(3) - 1);
    }
    return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(150 * 86_400));
  }

  @Nullable Instant maybe(Instant time) {
    return random.nextInt(4) == 0 ? null : time;
  }

  static String wire(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Something that happened to a thing; it may have been reported wrongly, and other things that
  /// never happened as well.
  void moment(int number, String thing, Instant at, String right, String wrong) {
    if (random.nextInt(5) == 0) {
      reports.add(moment(number, "T" + random.nextInt(3), never(), wrong));
      corrections.add(correction(number, moment(number, thing, at, right)));
    } else {
      reports.add(moment(number, thing, at, right));
    }
    if (random.nextInt(8) == 0) {
      reports.add(moment(number + 1000, thing, never(), wrong));
      corrections.add(retraction(number + 1000));
    }
  }

  /// A time at which nothing happened.
  private Instant never() {
    return time().plusMillis(500);
  }

  private String moment(int number, String thing, Instant at, String member) {
    return """
        {"source": "%1$s", "sourceId": "%2$d", "metricId": "%3$s", "customerId": "%1$s",
         "entity": {"type": "flight", "reference": "%4$s"}, "at": "%5$s", %6$s}"""
        .formatted(customer, number, metric, thing, at, member);
  }

  String correction(int number, String right) {
    return amendment(number, "\"%s\": %s".formatted(camel(kind()), right));
  }

  String retraction(int number) {
    return amendment(number, "\"retract\": true");
  }

  private String amendment(int number, String members) {
    return """
        {"kind": "%s", "source": "%s", "sourceId": "%d", %s, "reason": "r", "author": "a"}"""
        .formatted(kind(), customer, number, members);
  }

  private static String camel(String kind) {
    int dash = kind.indexOf('-');
    return dash < 0
        ? kind
        : kind.substring(0, dash)
            + Character.toUpperCase(kind.charAt(dash + 1))
            + kind.substring(dash + 2);
  }

  /// Sends everything in some order, some of it twice.
  ///
  /// @param meanwhile what workers do in between
  void play(Runnable meanwhile) {
    Response agreement =
        given.active(
            Given.agreement(
                    commitment(
                        "\"exclusionEffect\": \"%s\", \"unknownAs\": \"%s\""
                            .formatted(wire(effect), wire(unknownAs))),
                    "")
                .replace(Given.CUSTOMER, customer)
                .replace("America/Los_Angeles", zone));
    Given.id(agreement);
    commitment = agreement.path("version.commitments[0].id");
    for (Span span : exclusions) {
      Given.id(
          given
              .writer()
              .body(
                  """
                  {"agreementId": "%s", "reason": "r", "span": {"start": "%s", "end": "%s"},
                   "approval": {"by": "a", "at": "2026-01-01T00:00:00Z"}}"""
                      .formatted(agreement.path("id"), span.start(), span.end()))
              .post("/v1/exclusions"));
    }
    List<String> sent = new ArrayList<>(reports);
    sent.addAll(reports.subList(0, reports.size() / 3));
    Collections.shuffle(sent, random);
    while (!sent.isEmpty()) {
      List<String> batch = sent.subList(0, Math.min(sent.size(), 1 + random.nextInt(30)));
      Response answer =
          given
              .source()
              .body("{\"%ss\": [%s]}".formatted(camel(kind()), String.join(",", batch)))
              .post("/v1/%ss/batch".formatted(kind()));
      assertThat(answer.<Integer>path("refused") + answer.<Integer>path("conflicts"))
          .as(answer.asString())
          .isZero();
      batch.clear();
      if (random.nextInt(3) == 0) {
        meanwhile.run();
      }
    }
    Collections.shuffle(corrections, random);
    for (String correction : corrections) {
      Response answer = given.source().body(correction).post("/v1/corrections");
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
      if (random.nextInt(4) == 0) {
        meanwhile.run();
      }
    }
  }

  void assertCounted(Instant cut, String seed) {
    JsonNode read =
        Json.parse(
            given
                .reader()
                .get("/v1/commitments/%s/attainment?from=%s&to=%s".formatted(commitment, FROM, TO))
                .asString());
    List<CalendarMonth> months = CalendarMonth.between(FROM, TO, ZoneId.of(zone));
    assertThat(read.get("periods")).as(seed + " " + read).hasSize(months.size());
    Tally sum = Tally.NONE;
    for (int i = 0; i < months.size(); i++) {
      Tally expected = expected(months.get(i).span(), cut);
      assertResult(read.get("periods").get(i).get("result"), expected, seed + " " + months.get(i));
      sum = sum.plus(expected);
    }
    assertResult(read.get("overall"), sum, seed + " overall");
  }

  private void assertResult(JsonNode result, Tally expected, String what) {
    assertThat(
            new Tally(
                result.get("good").asLong(),
                result.get("bad").asLong(),
                result.get("excluded").asLong(),
                result.get("unknown").asLong()))
        .as(what)
        .isEqualTo(expected);
    assertThat(result.get("total").asLong()).as(what).isEqualTo(expected.total());
    Attainment attainment = Attainment.of(expected, effect, unknownAs);
    assertThat(result.at("/attainment/exact").asText(""))
        .as(what)
        .isEqualTo(attainment.value().map(BigDecimal::toPlainString).orElse(""));
    assertThat(result.get("status").asText())
        .as(what)
        .isEqualTo(wire(attainment.status(new Bound(Comparator.AT_LEAST, new BigDecimal("0.95")))));
  }
}
