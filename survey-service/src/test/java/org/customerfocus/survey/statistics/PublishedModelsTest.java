package org.customerfocus.survey.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.customerfocus.survey.statistics.SatisfactionIndex.Component;
import org.junit.jupiter.api.Test;

/// The published numbers of models and weights, to their printed precision.
class PublishedModelsTest {

  @Test
  void lmgShares() {
    JsonNode expected = PublishedNumbersTest.published("lmg");

    KeyDrivers drivers = cars("am", "vs", "cyl");

    assertThat(drivers.rSquared().value()).isCloseTo(expected.get("r2").asDouble(), within(5e-8));
    for (int i = 0; i < 3; i++) {
      String item = List.of("am", "vs", "cyl").get(i);
      assertThat(drivers.drivers().get(i).lmg().value())
          .as(item)
          .isCloseTo(expected.at("/shares/" + item).asDouble(), within(5e-8));
    }
  }

  @Test
  void johnsonsRelativeWeights() {
    JsonNode expected = PublishedNumbersTest.published("johnson_relative_weights");

    KeyDrivers drivers = cars("cyl", "disp", "hp", "gear");

    double whole = drivers.rSquared().value();
    assertThat(whole).isCloseTo(expected.get("r2").asDouble(), within(5e-8));
    for (int i = 0; i < 4; i++) {
      String item = List.of("cyl", "disp", "hp", "gear").get(i);
      double weight = drivers.drivers().get(i).relativeWeight().value();
      assertThat(weight)
          .as(item)
          .isCloseTo(expected.at("/weights/" + item).asDouble(), within(5e-8));
      assertThat(weight / whole * 100)
          .as(item)
          .isCloseTo(expected.at("/percent/" + item).asDouble(), within(5e-6));
    }
  }

  @Test
  void rakedWeights() {
    JsonNode vector = PublishedNumbersTest.published("raking");
    JsonNode sample = vector.get("sample_column_major_a_by_b");
    JsonNode population = vector.get("population_column_major_a_by_b");
    List<Raking.Cell> cells = new ArrayList<>();
    double[] byA = new double[4];
    double[] byB = new double[3];
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 3; b++) {
        cells.add(new Raking.Cell(List.of(a, b), sample.get(b).get(a).asLong()));
        byA[a] += population.get(b).get(a).asDouble();
        byB[b] += population.get(b).get(a).asDouble();
      }
    }

    Raking raked = Raking.of(cells, List.of(byA, byB), 1e-6, 50, null);

    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 3; b++) {
        assertThat(raked.weights().get(a * 3 + b))
            .isCloseTo(
                vector.get("raked_weights_row_major").get(a).get(b).asDouble(), within(0.005));
      }
    }
    assertThat(raked.deviation()).isLessThanOrEqualTo(1e-6);
    assertThat(raked.trimmed()).isZero();
  }

  @Test
  void satisfactionIndex() {
    JsonNode expected = PublishedNumbersTest.published("acsi").at("/cases/0");

    double value =
        SatisfactionIndex.value(
            List.of(
                new Component(0.3885, 1, 10),
                new Component(0.3190, 1, 10),
                new Component(0.2925, 1, 10)),
            expected.get("S").asDouble(),
            expected.get("E").asDouble(),
            expected.get("P").asDouble());

    assertThat(value).isCloseTo(expected.get("value").asDouble(), within(5e-5));
  }

  private static KeyDrivers cars(String... items) {
    DriverSample sample = new DriverSample(items.length);
    try (var reader =
            new InputStreamReader(
                PublishedModelsTest.class.getResourceAsStream("/data/mtcars.csv"),
                StandardCharsets.UTF_8);
        var rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      rows.forEach(
          row -> {
            double[] answers = new double[items.length + 1];
            for (int i = 0; i < items.length; i++) {
              answers[i] = Double.parseDouble(row.get(items[i]));
            }
            answers[items.length] = Double.parseDouble(row.get("mpg"));
            sample.add(answers);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(KeyDrivers.of(sample, 0.95));
  }
}
