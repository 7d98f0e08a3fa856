package org.customerfocus.survey.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/// One score over the roles of customers: Σ wᵣ sᵣ / Σ wᵣ over the roles that have one.
///
/// @param value in the unit of the scores
/// @param standardError √(Σ wᵣ² SEᵣ²) / Σ wᵣ
/// @param n respondents of all roles that count
/// @param weights those that were used, by role, summing to 1
public record RoleComposite(
    double value, double standardError, double n, Map<String, Double> weights) {

  /// The role that comes first.
  public static final String END_USER = "end-user";

  /// The score of one role.
  public record RoleScore(double value, double standardError, double n) {}

  /// End users count ½, and the other roles share the other ½. Where there are only end users, or
  /// none, those that there are share the whole.
  public static Map<String, Double> endUsersFirst(SequencedCollection<String> roles) {
    long others = roles.stream().filter(role -> !role.equals(END_USER)).count();
    boolean endUsers = others < roles.size();
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String role : roles) {
      double half = endUsers && others > 0 ? 0.5 : 1;
      weights.put(role, role.equals(END_USER) ? half : half / others);
    }
    return weights;
  }

  /// Each person counts once, under the highest of their roles.
  ///
  /// @param order the roles, the highest first
  /// @return null where none of their roles is known
  public static @Nullable String highest(
      Collection<String> roles, SequencedCollection<String> order) {
    return order.stream().filter(roles::contains).findFirst().orElse(null);
  }

  /// @param scores by role, of those that have one
  /// @param weights by role; at least one of the roles with a score has a positive one
  public static RoleComposite of(Map<String, RoleScore> scores, Map<String, Double> weights) {
    double total = 0;
    for (String role : scores.keySet()) {
      total += weights.getOrDefault(role, 0.0);
    }
    double value = 0;
    double variance = 0;
    double n = 0;
    Map<String, Double> used = new LinkedHashMap<>();
    for (var each : scores.entrySet()) {
      double weight = weights.getOrDefault(each.getKey(), 0.0) / total;
      if (weight > 0) {
        RoleScore score = each.getValue();
        value += weight * score.value();
        variance += weight * weight * score.standardError() * score.standardError();
        n += score.n();
        used.put(each.getKey(), weight);
      }
    }
    return new RoleComposite(value, Math.sqrt(variance), n, used);
  }

  /// value ± z · standard error.
  public Interval interval(double level) {
    return Interval.around(value, Quantiles.z(level) * standardError, level);
  }
}
