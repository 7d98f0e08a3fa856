package org.customerfocus.survey.satisfaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.peer.PeerCalls;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountRepository;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.satisfaction.RequirementMeasureRepository.SegmentCount;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.Mean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Tells the registry how far requirements are met, whenever the answers say something else: by all
/// who answered, and by each segment that they were in.
@ApplicationScoped
class DegreesMet {

  private static final Logger LOG = Logger.getLogger(DegreesMet.class);
  static final DueWorkRepository.Kind WORK =
      new DueWorkRepository.Kind("measure_job", "measure_id");

  private static final int AT_ONCE = 50;
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMinutes(10);
  private static final String UNIT = "ratio";
  private static final String METHOD = "mean-on-scale/t";
  private static final String SCOPE = "degrees-met:write";

  private final DueWorkRepository work;
  private final RequirementMeasureRepository measures;
  private final PublishedSurveys surveys;
  private final CountRepository counts;
  private final PeerCalls calls;
  private final TenantWork tenants;
  private final ObjectMapper json;
  private final InstantSource clock;

  DegreesMet(
      DueWorkRepository work,
      RequirementMeasureRepository measures,
      PublishedSurveys surveys,
      CountRepository counts,
      PeerCalls calls,
      TenantWork tenants,
      ObjectMapper json,
      InstantSource clock) {
    this.work = work;
    this.measures = measures;
    this.surveys = surveys;
    this.counts = counts;
    this.calls = calls;
    this.tenants = tenants;
    this.json = json;
    this.clock = clock;
  }

  @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    for (Lease due : work.claim(WORK, clock.instant(), LEASE, AT_ONCE)) {
      try {
        tenants.call(
            Caller.system("degrees-met", due.tenant(), due.test()),
            () -> {
              // Whoever holds it by now reports it.
              if (work.hold(WORK, due, LEASE)) {
                report(due.id());
                work.park(WORK, due, clock.instant().plus(PAUSE));
              }
              return true;
            });
      } catch (RuntimeException e) {
        // Once its lease ends another run tries again.
        LOG.errorf(e, "The measure %s could not be computed", due.id());
      }
    }
  }

  /// What is put into the registry.
  private record Told(@Nullable UUID segmentId, Figure score, Source source, Instant asOf) {}

  private record Source(String service, String resource, String questionId) {}

  private void report(UUID id) {
    RequirementMeasure measure = measures.hold(id);
    if (measure == null) {
      return;
    }
    Map<UUID, PublishedVersion> versions =
        surveys.ofSurvey(measure.surveyId()).stream()
            .collect(Collectors.toMap(PublishedVersion::id, Function.identity()));
    Withholding withholding =
        new Withholding(
            versions.values().stream()
                .mapToInt(PublishedVersion::anonymityThreshold)
                .max()
                .orElse(0));
    Sums whole = new Sums();
    for (CountedRow row : counts.count(measure.surveyId(), null, List.of(measure.linkId()))) {
      if (measure.linkId().equals(row.linkId()) && row.value() != null) {
        whole.add(scale(versions, row.version(), measure), row.value(), row.rows());
      }
    }
    Instant now = clock.instant();
    if (!measure.found(whole.figure(withholding), now)) {
      return;
    }
    tell(measure, null, whole.figure(withholding), now);
    Map<UUID, Sums> segments = new TreeMap<>();
    for (SegmentCount row : measures.bySegment(measure.surveyId(), measure.linkId())) {
      segments
          .computeIfAbsent(row.segment(), segment -> new Sums())
          .add(scale(versions, row.version(), measure), row.value(), row.answers());
    }
    Map<UUID, Figure> figures = new HashMap<>();
    segments.forEach(
        (segment, sums) ->
            figures.put(
                segment,
                withholding.smallWithin(sums.n, whole.n) ? withheld() : sums.figure(withholding)));
    figures.forEach((segment, figure) -> tell(measure, segment, figure, now));
  }

  private static @Nullable Scale scale(
      Map<UUID, PublishedVersion> versions, UUID version, RequirementMeasure measure) {
    PublishedVersion of = versions.get(version);
    Item question = of == null ? null : of.questionnaire().question(measure.linkId());
    return question == null || !question.type().isScale() ? null : question.answerScale();
  }

  private void tell(
      RequirementMeasure measure, @Nullable UUID segment, Figure figure, Instant now) {
    Source source =
        new Source(
            "survey", "/v1/surveys/%s/results".formatted(measure.surveyId()), measure.linkId());
    try {
      calls.put(
          "/internal/requirements/%s/degree-met".formatted(measure.requirementId()),
          SCOPE,
          json.writeValueAsString(new Told(segment, figure, source, now)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A figure cannot be written as JSON", e);
    }
  }

  private static Figure withheld() {
    return Figure.withheld(UNIT, METHOD, "It would tell about too few people.");
  }

  /// Exact sums of answers on the scale from 0 to 1: (x − min) / (max − min).
  private static final class Sums {
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal squares = BigDecimal.ZERO;
    private long n;

    void add(@Nullable Scale scale, int value, long answers) {
      if (scale == null) {
        return;
      }
      BigDecimal x =
          BigDecimal.valueOf(value - scale.min())
              .divide(BigDecimal.valueOf(scale.max() - scale.min()), MathContext.DECIMAL128);
      BigDecimal count = BigDecimal.valueOf(answers);
      sum = sum.add(x.multiply(count));
      squares = squares.add(x.multiply(x).multiply(count));
      n += answers;
    }

    Figure figure(Withholding withholding) {
      if (n == 0) {
        return Figure.insufficient(UNIT, 0, 0, METHOD, "Nobody has given a valid answer yet.");
      }
      if (withholding.small(n)) {
        return withheld();
      }
      Mean mean = Mean.ofSums(n, sum, squares);
      Interval interval = mean.hasInterval() ? mean.interval(Interval.DEFAULT_LEVEL) : null;
      return Figure.of(
          within(mean.value()),
          UNIT,
          n,
          n,
          METHOD,
          interval == null
              ? null
              : new Figure.Interval(
                  interval.level(), within(interval.lower()), within(interval.upper())));
    }

    private static double within(double ratio) {
      return Math.clamp(ratio, 0, 1);
    }
  }
}
