package org.customerfocus.agreement.performance;

import java.util.List;
import org.customerfocus.agreement.attainment.Span;
import org.customerfocus.agreement.exclusion.ExclusionRepository.Approved;

/// The approved exclusions that concern one commitment.
record Exclusions(List<Approved> approved) {

  /// What they cover of a time, in order and disjoint.
  List<Span> in(Span time) {
    return Span.union(
        approved.stream()
            .flatMap(each -> each.in(time).stream())
            .flatMap(span -> span.intersect(time).stream())
            .toList());
  }
}
