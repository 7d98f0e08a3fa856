package org.customerfocus.customer.duplicate;

import java.util.Locale;
import org.customerfocus.customer.matching.Explanation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What one field contributes.
@Schema(
    name = "DuplicateField",
    description =
        "What one field contributes to the judgement: its level of agreement, how often two records"
            + " of one party (m) and of two parties (u) are at that level, and the weight in bits,"
            + " log2(m/u), which is above 0 when it speaks for one party.")
record ComparedField(
    @Schema(description = "Such as family-name, birth-date or street.") String field,
    @Schema(description = "exact, swapped, close, similar or different.") String level,
    double m,
    double u,
    double weight,
    @Schema(description = "Bits added for a rare value that agrees, taken off for a common one.")
        double termAdjustment) {

  static ComparedField of(Explanation explanation) {
    return new ComparedField(
        explanation.field().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        explanation.level().wire(),
        explanation.m(),
        explanation.u(),
        explanation.weight(),
        explanation.termAdjustment());
  }
}
