package org.customerfocus.survey.listening;

import java.util.List;
import org.customerfocus.survey.listening.CoverageRepository.Heard;
import org.jspecify.annotations.Nullable;

/// Tells by which method something was heard: of those that may have heard it, the one that says
/// most of what it hears; of equal ones, the tenant's own.
final class MethodFinder {

  private final List<ListeningMethodView> methods;

  MethodFinder(List<ListeningMethodView> methods) {
    this.methods = methods;
  }

  @Nullable ListeningMethodView find(Heard heard) {
    ListeningMethodView best = null;
    for (ListeningMethodView each : methods) {
      if (fits(each, heard) && (best == null || rank(each) > rank(best))) {
        best = each;
      }
    }
    return best;
  }

  private static boolean fits(ListeningMethodView method, Heard heard) {
    return method.source() == heard.source()
        && (method.channels().isEmpty() || method.channels().contains(heard.channel()))
        && (method.forms().isEmpty() || method.forms().contains(heard.form()));
  }

  private static int rank(ListeningMethodView method) {
    return (method.channels().isEmpty() ? 0 : 4)
        + (method.forms().isEmpty() ? 0 : 2)
        + (method.standard() ? 0 : 1);
  }
}
