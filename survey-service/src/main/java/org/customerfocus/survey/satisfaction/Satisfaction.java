package org.customerfocus.survey.satisfaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.ToldSpans;
import org.customerfocus.survey.results.Withholding;
import org.customerfocus.survey.satisfaction.Protection.Past;
import org.customerfocus.survey.satisfaction.SatisfactionQuery.Range;
import org.customerfocus.survey.satisfaction.SatisfactionRepository.Count;
import org.customerfocus.survey.satisfaction.SatisfactionRepository.NamedSurvey;
import org.customerfocus.survey.satisfaction.SatisfactionRepository.Of;
import org.customerfocus.survey.satisfaction.SatisfactionView.RoleCompositeView;
import org.customerfocus.survey.satisfaction.SatisfactionView.RoleWeight;
import org.customerfocus.survey.satisfaction.SatisfactionView.SatisfactionPart;
import org.customerfocus.survey.satisfaction.SatisfactionView.ScorePeriod;
import org.customerfocus.survey.satisfaction.SatisfactionView.SurveyScore;
import org.customerfocus.survey.satisfaction.SatisfactionView.TouchpointScore;
import org.customerfocus.survey.statistics.Distribution;
import org.customerfocus.survey.statistics.Interval;
import org.customerfocus.survey.statistics.RoleComposite;
import org.customerfocus.survey.statistics.RoleComposite.RoleScore;
import org.jspecify.annotations.Nullable;

/// Puts the satisfaction of all customers together from counted answers. What tells about too few
/// people, or would let others tell it, is withheld ([Protection]).
@ApplicationScoped
class Satisfaction {

  private static final double LEVEL = Interval.DEFAULT_LEVEL;
  private static final int MOST_PERIODS = 400;

  /// End users first, then those nearest to them; roles of a tenant's own come last, by name.
  private static final List<String> STANDARD_ORDER =
      List.of(
          RoleComposite.END_USER,
          "free-user",
          "internal-customer",
          "applicant",
          "regulated-party",
          "purchaser",
          "payer",
          "component-processor",
          "agent",
          "distributor",
          "advertiser");

  private final SatisfactionRepository repository;
  private final PublishedSurveys published;
  private final InstantSource clock;

  Satisfaction(SatisfactionRepository repository, PublishedSurveys published, InstantSource clock) {
    this.repository = repository;
    this.published = published;
    this.clock = clock;
  }

  /// Some answers: how often each value was given, and how many lie in the top boxes.
  private static final class Cell {
    private final Map<Integer, Long> values = new TreeMap<>();
    private long top;
    private long n;

    void add(Count count) {
      values.merge(count.value(), count.answers(), Long::sum);
      n += count.answers();
      top += count.top() ? count.answers() : 0;
    }

    Distribution distribution() {
      return Distribution.ofCounts(values);
    }
  }

  /// What was counted, by what of.
  private static final class Cells {
    private final Map<Of, Map<String, Cell>> all = new EnumMap<>(Of.class);

    Map<String, Cell> of(Of of) {
      return all.computeIfAbsent(of, none -> new TreeMap<>());
    }

    void forget(Of... parts) {
      List.of(parts).forEach(all::remove);
    }
  }

  SatisfactionView of(SatisfactionQuery query) {
    int threshold = repository.threshold(query.score);
    boolean careful = threshold > 1;
    Range range = query.range(clock.instant(), careful);
    List<LocalDate> periods = periods(query.period, range);
    Told told = careful ? told(query, range, threshold) : Told.ALL;
    Map<String, Double> weights = query.weights();
    List<String> order = new ArrayList<>(weights.keySet());
    STANDARD_ORDER.stream().filter(role -> !order.contains(role)).forEach(order::add);
    Set<String> roles = told.roles();
    if (careful) {
      order.addAll(
          roles == null ? Set.of() : roles.stream().filter(r -> !order.contains(r)).toList());
      order.removeIf(role -> roles == null || !roles.contains(role));
    }
    Cells cells = new Cells();
    for (Count count : repository.counts(query, range, order, !careful)) {
      cells.of(count.of()).computeIfAbsent(count.partOrWhole(), part -> new Cell()).add(count);
    }
    Figures figures = new Figures(query.score, threshold, told);
    Cell whole = cells.of(Of.WHOLE).getOrDefault(Count.ALL, new Cell());
    boolean hidden = figures.hides(whole, !told.tells(range.first(), range.end()));
    if (hidden) {
      // Which parts there are would say who the few are.
      cells.forget(Of.SURVEY, Of.ROLE, Of.SEGMENT, Of.TOUCHPOINT);
    }
    Map<String, Cell> surveys = cells.of(Of.SURVEY);
    Map<UUID, String> names =
        repository.names(surveys.keySet().stream().map(UUID::fromString).toList()).stream()
            .collect(Collectors.toMap(NamedSurvey::id, NamedSurvey::name));
    return new SatisfactionView(
        query.score,
        range.first(),
        range.end(),
        range.zone().getId(),
        figures.of(whole, hidden),
        careful && roles == null
            ? new RoleCompositeView(figures.withheld(), List.of())
            : composite(figures, cells.of(Of.PERSON), weights, order),
        parts(figures, Of.ROLE, cells),
        parts(figures, Of.SEGMENT, cells),
        touchpoints(figures, cells.of(Of.TOUCHPOINT)),
        surveys.entrySet().stream()
            .map(
                each ->
                    new SurveyScore(
                        UUID.fromString(each.getKey()),
                        names.get(UUID.fromString(each.getKey())),
                        figures.of(each.getValue(), told.hides(Of.SURVEY, each.getKey()))))
            .toList(),
        trend(figures, query.period, periods, cells.of(Of.PERIOD), range));
  }

  /// What may be told of a range.
  ///
  /// @param protection null where everything may
  /// @param roles whose people may be counted once each; null where none may
  /// @param touchpoint whose answers alone are asked for: it is told where it is among all of them
  private record Told(
      @Nullable Protection protection,
      Map<Of, Set<String>> parts,
      @Nullable Set<String> roles,
      @Nullable String touchpoint) {

    static final Told ALL = new Told(null, Map.of(), null, null);

    boolean tells(LocalDate from, LocalDate to) {
      return protection == null
          || (touchpoint == null
              ? protection.tells(from, to)
              : protection.parts(Of.TOUCHPOINT, from, to).contains(touchpoint));
    }

    boolean hides(Of of, String part) {
      return protection != null && !parts.getOrDefault(of, Set.of()).contains(part);
    }
  }

  private Told told(SatisfactionQuery query, Range range, int threshold) {
    List<Past> history = repository.history(query.score, range);
    // Whoever answered again later would be taken out of a longer range, and be told by that.
    boolean again = history.stream().anyMatch(past -> past.of() == Of.PERSON);
    Protection protection = new Protection(threshold, history);
    Map<Of, Set<String>> parts = new EnumMap<>(Of.class);
    String touchpoint = query.ofTouchpoint();
    for (Of of :
        touchpoint == null
            ? List.of(Of.SURVEY, Of.ROLE, Of.SEGMENT, Of.TOUCHPOINT)
            : List.of(Of.TOUCHPOINT)) {
      parts.put(of, protection.parts(of, range.first(), range.end()));
    }
    return new Told(
        protection,
        parts,
        again || touchpoint != null ? null : protection.roles(range.first(), range.end()),
        touchpoint);
  }

  /// The score of one survey in a time. Where few people are not to be told about, days count
  /// whole, those of the zone by their dates in UTC; and spans are told as [ToldSpans] say.
  ///
  /// @param linkId of one of its questions; null for all that ask for the score
  /// @throws ProblemException 404 when there is no such survey
  SurveyScoreView ofSurvey(
      UUID survey,
      SatisfactionScore score,
      @Nullable String linkId,
      Instant from,
      Instant to,
      ZoneId zone) {
    int threshold =
        published.ofSurvey(survey).stream()
            .mapToInt(PublishedVersion::anonymityThreshold)
            .max()
            .orElse(0);
    Cell cell = new Cell();
    boolean hidden = false;
    if (threshold > 1) {
      LocalDate first = LocalDate.ofInstant(from, zone);
      LocalDate end = LocalDate.ofInstant(to, zone);
      hidden =
          !new ToldSpans(
                  new Withholding(threshold), repository.peopleOfSurvey(survey, score, linkId))
              .tells(first, end);
      repository
          .ofSurvey(survey, score, linkId, midnight(first), midnight(end), ZoneOffset.UTC)
          .forEach(cell::add);
    } else {
      repository.ofSurvey(survey, score, linkId, from, to, zone).forEach(cell::add);
    }
    return new SurveyScoreView(new Figures(score, threshold, Told.ALL).of(cell, hidden), threshold);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<LocalDate> periods(PeriodUnit unit, Range range) {
    List<LocalDate> periods = new ArrayList<>();
    for (LocalDate first = unit.floor(range.first());
        first.isBefore(range.end());
        first = unit.next(first)) {
      periods.add(first);
      if (periods.size() > MOST_PERIODS) {
        throw ProblemException.parameter(
            "period", "makes more than %d periods of this range".formatted(MOST_PERIODS));
      }
    }
    return periods;
  }

  private static List<ScorePeriod> trend(
      Figures figures,
      PeriodUnit unit,
      List<LocalDate> periods,
      Map<String, Cell> cells,
      Range range) {
    return periods.stream()
        .map(
            first -> {
              LocalDate next = unit.next(first);
              LocalDate from = first.isBefore(range.first()) ? range.first() : first;
              LocalDate to = next.isAfter(range.end()) ? range.end() : next;
              return new ScorePeriod(
                  from,
                  to,
                  figures.of(
                      cells.getOrDefault(first.toString(), new Cell()),
                      !figures.told.tells(from, to)));
            })
        .toList();
  }

  private static List<SatisfactionPart> parts(Figures figures, Of of, Cells cells) {
    return cells.of(of).entrySet().stream()
        .map(
            each ->
                new SatisfactionPart(
                    each.getKey(),
                    figures.of(each.getValue(), figures.told.hides(of, each.getKey()))))
        .toList();
  }

  private static List<TouchpointScore> touchpoints(Figures figures, Map<String, Cell> cells) {
    return cells.entrySet().stream()
        .filter(each -> !each.getKey().equals(Count.ALL))
        .map(
            each ->
                new TouchpointScore(
                    UUID.fromString(each.getKey()),
                    figures.of(each.getValue(), figures.told.hides(Of.TOUCHPOINT, each.getKey()))))
        .toList();
  }

  private static RoleCompositeView composite(
      Figures figures, Map<String, Cell> cells, Map<String, Double> asked, List<String> order) {
    Map<String, RoleScore> scores = new LinkedHashMap<>();
    Map<String, Figure> each = new HashMap<>();
    Set<String> ordered = new LinkedHashSet<>(order);
    ordered.addAll(cells.keySet());
    for (String role : ordered) {
      Cell cell = cells.getOrDefault(role, new Cell());
      Figure figure = figures.of(cell, false);
      Double value = figure.value();
      if (value != null) {
        double error = figures.score.standardError(cell.distribution(), cell.top);
        each.put(role, figure);
        scores.put(role, new RoleScore(value, error, cell.n));
      }
    }
    Map<String, Double> weights =
        asked.isEmpty() ? RoleComposite.endUsersFirst(List.copyOf(scores.keySet())) : asked;
    String method = figures.score.method().replaceAll("/.*", "-role-composite/normal");
    if (scores.keySet().stream().noneMatch(role -> weights.getOrDefault(role, 0.0) > 0)) {
      return new RoleCompositeView(
          Figure.insufficient(
              figures.score.unit(), 0, 0, method, "No answer is known to come from such a role."),
          List.of());
    }
    RoleComposite found = RoleComposite.of(scores, weights);
    long n = Math.round(found.n());
    Interval interval = Double.isNaN(found.standardError()) ? null : found.interval(LEVEL);
    return new RoleCompositeView(
        Figure.of(
            found.value(),
            figures.score.unit(),
            n,
            n,
            method,
            interval == null
                ? null
                : new Figure.Interval(interval.level(), interval.lower(), interval.upper())),
        found.weights().entrySet().stream()
            .map(
                weight ->
                    new RoleWeight(
                        weight.getKey(),
                        weight.getValue(),
                        Objects.requireNonNull(each.get(weight.getKey()))))
            .toList());
  }

  /// The figures of cells, as far as they may be told.
  private static final class Figures {
    private final SatisfactionScore score;
    private final Withholding withholding;
    private final Told told;
    private final String reason;

    Figures(SatisfactionScore score, int threshold, Told told) {
      this.score = score;
      this.withholding = new Withholding(threshold);
      this.told = told;
      this.reason =
          "Fewer than %d people, or what would tell of fewer by subtraction.".formatted(threshold);
    }

    Figure withheld() {
      return Figure.withheld(score.unit(), score.method(), reason);
    }

    boolean hides(Cell cell, boolean hidden) {
      return hidden || withholding.small(cell.n);
    }

    Figure of(Cell cell, boolean hidden) {
      return hides(cell, hidden) ? withheld() : score.figure(cell.distribution(), cell.top, LEVEL);
    }
  }
}
