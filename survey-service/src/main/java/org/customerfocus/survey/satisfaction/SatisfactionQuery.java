package org.customerfocus.survey.satisfaction;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.results.PeriodUnit;
import org.customerfocus.survey.results.TimeZones;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// What of satisfaction is asked for.
public class SatisfactionQuery {

  private static final int MOST_DAYS = 3_660;

  @QueryParam("score")
  @DefaultValue("nps")
  @Parameter(description = "Which score; surveys that do not ask for it do not count.")
  public SatisfactionScore score = SatisfactionScore.NPS;

  @QueryParam("from")
  @Parameter(
      description =
          "The first day; that of the quarter that lies a year before `to` unless given. Where"
              + " surveys have a threshold, what cuts through days, weeks, months or quarters that"
              + " are withheld is withheld, and roles, segments, touchpoints and surveys are told of"
              + " whole quarters and, where that is safe, months: so ask for these.",
      example = "2026-01-01")
  public @Nullable LocalDate from;

  @QueryParam("to")
  @Parameter(
      description = "The day behind the last; tomorrow unless given.",
      example = "2026-07-01")
  public @Nullable LocalDate to;

  @QueryParam("period")
  @DefaultValue("month")
  @Parameter(description = "How long a period of the trend is; weeks begin on Monday.")
  public PeriodUnit period = PeriodUnit.MONTH;

  @QueryParam("timeZone")
  @DefaultValue("UTC")
  @Size(min = 1, max = 64)
  @Parameter(
      description =
          "The IANA time zone of days and periods. Where surveys have a threshold it is UTC, and"
              + " anonymous responses keep their day in UTC.",
      example = "Europe/Amsterdam")
  public String timeZone = "UTC";

  @QueryParam("roleWeight")
  @Size(max = 20)
  @Parameter(
      description =
          "A role and how much it counts in the composite, such as end-user:0.5, the highest role"
              + " first, repeated for several. Without any, end users count one half and the other"
              + " roles share the other.")
  public List<@Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}:(0|1|0?\\.\\d{1,6})") String> roleWeights =
      List.of();

  @QueryParam("touchpoint")
  @Parameter(
      description =
          "The touchpoint that the answers are about; all answers unless given. Where surveys have a"
              + " threshold, a touchpoint is told as among the touchpoints of the same days, and not"
              + " by survey, role or segment.")
  public @Nullable UUID touchpoint;

  /// The touchpoint as the name of a part.
  @Nullable String ofTouchpoint() {
    return touchpoint == null ? null : touchpoint.toString();
  }

  /// A half-open range of days.
  record Range(LocalDate first, LocalDate end, ZoneId zone) {}

  /// @param careful whether few people are not to be told about: then days are those of UTC, since
  ///   two zones would tell of those who answered between their midnights
  Range range(Instant now, boolean careful) {
    ZoneId asked = TimeZones.of(timeZone);
    ZoneId zone = careful ? ZoneId.of("UTC") : asked;
    LocalDate end = to == null ? LocalDate.ofInstant(now, zone).plusDays(1) : to;
    LocalDate first = from == null ? PeriodUnit.QUARTER.floor(end.minusYears(1)) : from;
    if (!first.isBefore(end)) {
      throw ProblemException.parameter("from", "must lie before to");
    }
    if (first.plusDays(MOST_DAYS).isBefore(end)) {
      throw ProblemException.parameter("from", "must lie at most ten years before to");
    }
    return new Range(first, end, zone);
  }

  /// The weights that were asked for, in their order; none where there are none.
  Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String each : roleWeights) {
      int colon = each.indexOf(':');
      weights.put(each.substring(0, colon), Double.valueOf(each.substring(colon + 1)));
    }
    if (!weights.isEmpty() && weights.values().stream().allMatch(weight -> weight == 0)) {
      throw ProblemException.parameter("roleWeight", "must give some role a weight above 0");
    }
    return weights;
  }
}
