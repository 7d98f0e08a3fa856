package org.customerfocus.agreement.performance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.agreement.performance.PeriodResultRepository.Stored;
import org.customerfocus.agreement.performance.Promise.Part;

/// Answers that come in after the score of their period became final: no row of this service marks
/// them, so for a while the score is asked for again each day.
@ApplicationScoped
class LateAnswers {

  private static final Duration EACH = Duration.ofDays(1);

  /// Counted from the end of a period.
  private static final Duration FOR = Duration.ofDays(90);

  private static final int AT_ONCE = 8;

  private final PeriodResultRepository results;
  private final PeriodRecounter recounter;

  LateAnswers(PeriodResultRepository results, PeriodRecounter recounter) {
    this.results = results;
    this.recounter = recounter;
  }

  /// Asks for some scores again.
  ///
  /// @param never for nothing to do
  /// @return when there is something to do next
  Instant look(Promise promise, Instant now, Instant never) {
    if (promise.type() != MetricType.SURVEY_SCORE) {
      return never;
    }
    List<Stored> asked =
        results.stored(Set.of(promise.id()), now.minus(FOR), now).values().stream()
            .filter(each -> each.state() == PeriodState.FINAL && part(promise, each).isPresent())
            .sorted(Comparator.comparing(Stored::computedAt))
            .toList();
    List<Part> again =
        asked.stream()
            .filter(each -> !each.computedAt().plus(EACH).isAfter(now))
            .limit(AT_ONCE)
            .flatMap(each -> part(promise, each).stream())
            .toList();
    recounter.recount(promise, again, now);
    return asked.stream()
        .skip(again.size())
        .map(each -> each.computedAt().plus(EACH))
        .findFirst()
        .orElse(again.isEmpty() ? never : now.plus(EACH));
  }

  private static Optional<Part> part(Promise promise, Stored of) {
    return promise.window().named(of.period()).flatMap(promise::in);
  }
}
