package org.customerfocus.survey.statistics;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// One column of a survey file with the column `WEIGHT`, counted here on its own so that the import
/// is not what tests itself.
record Wave(Map<Integer, Double> counts, Map<Integer, Double> weights, double squaredWeights) {

  static Wave of(String file, String column, Set<String> nonAnswers) {
    Map<Integer, Double> counts = new TreeMap<>();
    Map<Integer, Double> weights = new TreeMap<>();
    double squaredWeights = 0;
    var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setTrim(true);
    try (var reader =
            new InputStreamReader(
                Wave.class.getResourceAsStream("/data/" + file), StandardCharsets.UTF_8);
        var rows = format.get().parse(reader)) {
      for (CSVRecord row : rows) {
        String answer = row.get(column);
        if (!nonAnswers.contains(answer)) {
          double weight = Double.parseDouble(row.get("WEIGHT"));
          counts.merge(Integer.parseInt(answer), 1.0, Double::sum);
          weights.merge(Integer.parseInt(answer), weight, Double::sum);
          squaredWeights += weight * weight;
        }
      }
      return new Wave(counts, weights, squaredWeights);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Distribution counted() {
    return Distribution.ofCounts(counts);
  }

  Distribution weighted() {
    return Distribution.ofWeights(weights, squaredWeights);
  }
}
