package org.customerfocus.gateway.apikey;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Which scopes a key may be given: those that exist, and none that its maker lacks, so that no key
/// can make a stronger one.
final class ScopeRules {

  private ScopeRules() {}

  static void check(List<String> wanted, Set<String> existing, Set<String> held) {
    List<FieldError> unknown = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      if (!existing.contains(wanted.get(i))) {
        unknown.add(
            FieldError.at(
                "/scopes/" + i, "is no scope; the API reference lists those of each operation"));
      }
    }
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
    List<String> missing = wanted.stream().filter(scope -> !held.contains(scope)).sorted().toList();
    if (!missing.isEmpty()) {
      throw new ProblemException(
          Problems.FORBIDDEN,
          "A key cannot grant what its maker lacks: %s.".formatted(String.join(", ", missing)));
    }
  }
}
