package org.customerfocus.survey.listening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.survey.listening.CoverageRepository.Heard;
import org.customerfocus.survey.listening.ListeningCoverageView.Coverage;
import org.customerfocus.survey.listening.ListeningCoverageView.MethodCoverage;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Proportion;
import org.jspecify.annotations.Nullable;

/// Counts what was heard of one role or segment. Customers come one after the other.
final class Ear {

  private static final String METHOD = "listening-coverage/wilson";

  private final Map<String, Method> methods = new LinkedHashMap<>();
  private long heard;
  private long direct;
  private long endUsers;
  private long endUsersDirect;
  private long responses;
  private long feedback;
  private long visits;
  private @Nullable Instant lastAt;
  private @Nullable Instant lastVisitAt;

  /// What one method heard.
  private static final class Method {
    private final boolean direct;
    private long customers;
    private long items;
    private Instant lastAt = Instant.MIN;

    Method(boolean direct) {
      this.direct = direct;
    }
  }

  /// What was heard of a customer by a method.
  ///
  /// @param direct whether the customer was heard, and not somebody else about it
  record Way(String method, boolean direct, Heard heard) {}

  /// @param endUser whether the customer is one
  /// @param ways at least one
  void hear(boolean endUser, List<Way> ways) {
    heard++;
    boolean itself = ways.stream().anyMatch(Way::direct);
    direct += itself ? 1 : 0;
    endUsers += endUser ? 1 : 0;
    endUsersDirect += endUser && itself ? 1 : 0;
    Set<String> counted = new HashSet<>();
    for (Way way : ways) {
      String key = way.method() + (way.direct() ? "+" : "-");
      Method method = methods.computeIfAbsent(key, name -> new Method(way.direct()));
      method.customers += counted.add(key) ? 1 : 0;
      method.items += way.heard().items();
      method.lastAt = later(method.lastAt, way.heard().lastAt());
      lastAt = later(lastAt, way.heard().lastAt());
      switch (way.heard().source()) {
        case RESPONSES -> responses += way.heard().items();
        case FEEDBACK -> feedback += way.heard().items();
        case VISITS, NONE -> {
          // Visits count for those whom they met, as they were then.
        }
      }
    }
  }

  void visited(long times, Instant last) {
    visits += times;
    lastVisitAt = later(lastVisitAt, last);
  }

  private static Instant later(@Nullable Instant one, Instant other) {
    return one == null || other.isAfter(one) ? other : one;
  }

  Coverage coverage(@Nullable Long population) {
    List<MethodCoverage> told = new ArrayList<>();
    methods.forEach(
        (key, method) ->
            told.add(
                new MethodCoverage(
                    key.substring(0, key.length() - 1),
                    method.direct,
                    method.customers,
                    method.items,
                    method.lastAt)));
    told.sort(
        Comparator.comparingLong((MethodCoverage each) -> -each.customers())
            .thenComparing(MethodCoverage::method)
            .thenComparing(each -> !each.direct()));
    return new Coverage(
        population,
        heard,
        direct,
        share(population),
        responses,
        feedback,
        visits,
        lastAt,
        lastVisitAt,
        told);
  }

  /// Heard of the population, which may have shrunk since.
  private Figure share(@Nullable Long population) {
    if (population == null || population == 0) {
      return Figure.insufficient("ratio", heard, 0, METHOD, "There is nobody to hear.");
    }
    Proportion share = Proportion.of(Math.min(heard, population), population);
    Interval interval = share.wilson(Interval.DEFAULT_LEVEL);
    return Figure.of(
        share.share(),
        "ratio",
        heard,
        population,
        METHOD,
        new Figure.Interval(interval.level(), interval.lower(), interval.upper()));
  }

  boolean endUsersOnlyThroughOthers() {
    return endUsers > 0 && endUsersDirect == 0 && visits == 0;
  }

  boolean heardNobody() {
    return heard == 0 && visits == 0;
  }

  boolean neverVisited() {
    return lastVisitAt == null;
  }
}
