package org.customerfocus.customer.need;

import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.jspecify.annotations.Nullable;

/// What is known of one requirement in one segment.
///
/// @param importance 1…10, null where it is not said
/// @param degree the score that holds in the segment, null where none has come
record MatrixRow(
    UUID segmentId,
    String segment,
    UUID requirementId,
    String requirement,
    RequirementKind kind,
    Voice voice,
    @Nullable Integer importance,
    long evidenceCount,
    @Nullable DegreeMet degree) {

  Figure degreeMet() {
    return degree == null ? DegreesMet.NONE : degree.figure();
  }

  Figure gap() {
    return Gap.of(importance, degreeMet());
  }
}
