package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.customerfocus.survey.statistics.FinitePopulation.Stratum;
import org.junit.jupiter.api.Test;

/// Every published number that concerns these statistics, to its printed precision.
class PublishedNumbersTest {

  private static final JsonNode PUBLISHED = read();

  @Test
  void wilsonIntervals() {
    assertThat(PUBLISHED.get("wilson_95")).hasSize(3);
    for (JsonNode expected : PUBLISHED.get("wilson_95")) {
      Interval interval =
          Proportion.of(expected.get("x").asLong(), expected.get("n").asLong()).wilson(0.95);

      assertPrinted(interval, expected.get("lower").asDouble(), expected.get("upper").asDouble());
    }
  }

  @Test
  void differenceOfProportions() {
    JsonNode expected = PUBLISHED.get("difference_newcombe_10").get(0);

    Interval interval =
        Difference.newcombe(
            Proportion.of(expected.get("x1").asLong(), expected.get("n1").asLong()),
            Proportion.of(expected.get("x2").asLong(), expected.get("n2").asLong()),
            0.95);

    assertPrinted(interval, expected.get("lower").asDouble(), expected.get("upper").asDouble());
  }

  @Test
  void npsVariance() {
    JsonNode expected = PUBLISHED.get("nps_variance").get(0);

    Nps nps = Nps.of(162, 108, 54);

    assertThat(nps.n()).isEqualTo(expected.get("n").asDouble());
    assertThat(nps.value()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(nps.variance()).isCloseTo(5 / 9.0, within(1e-12));
    assertThat(nps.standardError() * 100)
        .isCloseTo(expected.get("standardErrorPoints").asDouble(), within(0.005));
  }

  @Test
  void npsOfARealWave() {
    JsonNode expected = PUBLISHED.get("nps_wave").get(0);
    Wave wave = Wave.of("sfo-2018.csv", "NETPRO", Set.of("11", ""));

    Nps nps = Nps.of(wave.counted());

    assertThat(nps)
        .isEqualTo(
            Nps.of(
                expected.get("promoters").asLong(),
                expected.get("passives").asLong(),
                expected.get("detractors").asLong()));
    assertThat(nps.n()).isEqualTo(expected.get("n").asDouble());
    assertThat(nps.value()).isCloseTo(expected.get("nps").asDouble(), within(5e-6));
    assertPrinted(nps.adjustedWald(0.95), expected.get("adjustedWald"), 5e-6);
  }

  @Test
  void weightedNpsOfARealWave() {
    JsonNode expected = PUBLISHED.get("nps_wave").get(0);
    Wave wave = Wave.of("sfo-2018.csv", "NETPRO", Set.of("11", ""));

    Nps nps = Nps.of(wave.weighted());

    assertThat(nps.value()).isCloseTo(expected.get("weightedNps").asDouble(), within(5e-6));
    assertThat(nps.n()).isCloseTo(expected.get("effectiveN").asDouble(), within(0.05));
    assertPrinted(nps.adjustedWald(0.95), expected.get("weightedInterval"), 5e-6);
  }

  @Test
  void topBoxesOfARealWave() {
    JsonNode expected = PUBLISHED.get("csat_top2").get(0);
    Distribution answers = Wave.of("sfo-2018.csv", "Q7ALL", Set.of("6", "0", "BLANK")).counted();

    Proportion share = Csat.topBoxes(answers, Set.of(4, 5));

    assertThat(share)
        .isEqualTo(Proportion.of(expected.get("x").asLong(), expected.get("n").asLong()));
    assertPrinted(share.wilson(0.95), expected.get("wilson"), 5e-7);
    assertThat(answers.mean().value()).isCloseTo(expected.get("mean").asDouble(), within(5e-6));
  }

  @Test
  void stratifiedMeanOfAFinitePopulation() {
    JsonNode expected = PUBLISHED.get("finite_population").get(0);
    List<Stratum> strata = new ArrayList<>();
    for (JsonNode stratum : expected.get("strata")) {
      List<BigDecimal> values =
          StreamSupport.stream(stratum.get("values").spliterator(), false)
              .map(JsonNode::decimalValue)
              .toList();
      strata.add(
          new Stratum(
              stratum.get("N").asLong(),
              Mean.ofSums(
                  values.size(),
                  values.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                  values.stream()
                      .map(x -> x.multiply(x))
                      .reduce(BigDecimal.ZERO, BigDecimal::add))));
    }

    var mean = FinitePopulation.mean(strata);

    assertThat(mean.mean()).isCloseTo(expected.get("mean").asDouble(), within(5e-5));
    assertThat(mean.standardErrorUncorrected())
        .isCloseTo(expected.get("seWithout").asDouble(), within(5e-5));
    assertThat(mean.standardError()).isCloseTo(expected.get("seWith").asDouble(), within(5e-5));
  }

  private static void assertPrinted(Interval interval, double lower, double upper) {
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  private static void assertPrinted(Interval interval, JsonNode expected, double precision) {
    assertThat(interval.lower()).isCloseTo(expected.get(0).asDouble(), within(precision));
    assertThat(interval.upper()).isCloseTo(expected.get(1).asDouble(), within(precision));
  }

  /// The first published entry of a kind.
  static JsonNode published(String kind) {
    return PUBLISHED.get(kind).get(0);
  }

  private static JsonNode read() {
    try (InputStream vectors =
        PublishedNumbersTest.class.getResourceAsStream("/vectors/statistics.json")) {
      return new ObjectMapper().readTree(vectors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
