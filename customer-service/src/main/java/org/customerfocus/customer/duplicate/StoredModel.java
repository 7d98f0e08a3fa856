package org.customerfocus.customer.duplicate;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.customer.matching.Level;
import org.customerfocus.customer.matching.MatchField;
import org.customerfocus.customer.matching.Model;
import org.customerfocus.customer.matching.TermFrequencies;

/// A model as it is kept between scans.
record StoredModel(
    Map<MatchField, Map<Level, double[]>> parameters,
    double share,
    long parties,
    Map<MatchField, Integer> totals,
    Map<MatchField, Map<String, Integer>> terms) {

  /// Rarer terms are not kept: they could name somebody, and count as rare without being known.
  private static final int COMMON = 5;

  static StoredModel of(Model model) {
    return new StoredModel(
        model.parameters(),
        model.share(),
        model.parties(),
        model.terms().totals(),
        model.terms().common(COMMON));
  }

  Model model() {
    return Model.of(parameters, share, parties, TermFrequencies.of(totals, terms));
  }

  static final class Column extends JsonColumn<StoredModel> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
