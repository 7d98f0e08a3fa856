package org.customerfocus.customer.need;

import java.util.List;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// How far a need is met, derived from the requirements that it has:
///
/// ```
/// D = Σ wᵢ dᵢ / Σ wᵢ
/// ```
///
/// with dᵢ (0…1) the degree to which requirement i is met and wᵢ (1…10) its importance: the
/// weighted additive model of multi-attribute attitude (Wilkie & Pessemier 1973, *Issues in
/// Marketing's Use of Multi-Attribute Attitude Models*). `n` counts the requirements that went in,
/// `base` all that the need has. There is no interval: the scores come from the same respondents,
/// and how they vary together is not known here.
///
/// A requirement whose degree met or importance is unknown is neither good nor bad: it makes the
/// whole `insufficient`.
final class NeedDegree {

  static final String METHOD = "degree-met/importance-weighted-mean";

  private NeedDegree() {}

  /// One requirement of the need.
  ///
  /// @param importance 1…10, null where nobody has said how much it matters
  /// @param degreeMet null where no score has come
  record Part(@Nullable Double importance, @Nullable Figure degreeMet) {

    private boolean complete() {
      return importance != null && degreeMet != null && degreeMet.value() != null;
    }
  }

  static Figure of(List<Part> parts) {
    long complete = parts.stream().filter(Part::complete).count();
    if (parts.isEmpty() || complete < parts.size()) {
      return Figure.insufficient(
          DegreeMet.UNIT, complete, parts.size(), METHOD, reason(parts, complete));
    }
    double weights = 0;
    double sum = 0;
    for (Part part : parts) {
      if (part.importance() != null
          && part.degreeMet() != null
          && part.degreeMet().value() != null) {
        weights += part.importance();
        sum += part.importance() * part.degreeMet().value();
      }
    }
    return Figure.of(sum / weights, DegreeMet.UNIT, complete, parts.size(), METHOD, null);
  }

  private static String reason(List<Part> parts, long complete) {
    if (parts.isEmpty()) {
      return "It has no score of its own and no requirement to derive one from.";
    }
    return "Of %d of its %d requirements the degree met or the importance is not known."
        .formatted(parts.size() - complete, parts.size());
  }
}
