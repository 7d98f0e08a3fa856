package org.customerfocus.conventions.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// The problem types that a service adds to the common ones. Named in
/// `META-INF/services/org.customerfocus.conventions.problem.ProblemCatalogue`; published in the
/// service's OpenAPI document, from which the gateway makes a page for each.
public interface ProblemCatalogue {

  List<ProblemType> types();

  /// The common types and those of every catalogue on the class path, by slug.
  static List<ProblemType> all() {
    List<ProblemType> types = new ArrayList<>(Problems.ALL);
    ServiceLoader.load(ProblemCatalogue.class, ProblemCatalogue.class.getClassLoader())
        .forEach(catalogue -> types.addAll(catalogue.types()));
    types.sort(Comparator.comparing(ProblemType::slug));
    return List.copyOf(types);
  }
}
