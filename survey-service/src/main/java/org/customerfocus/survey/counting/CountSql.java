package org.customerfocus.survey.counting;

import org.jspecify.annotations.Nullable;

/// The statements that count answers. Whatever is counted, all at once or in parts that add up, is
/// counted by [#counting], so that both ways agree.
final class CountSql {

  /// What a row of counts is about.
  static final String KEY = "part_value, part_none, link_id, value, option_code, non_answer";

  /// What it says: each of them can be added up.
  static final String SUMS =
      "answers, people, weights, people_squares, total, squares, weighted_total, weighted_squares,"
          + " weighted";

  /// The sums of rows of one key.
  static final String ADDED =
      """
      sum(answers)::bigint AS answers, sum(people)::bigint AS people, sum(weights) AS weights,
      sum(people_squares) AS people_squares, sum(total) AS total, sum(squares) AS squares,
      sum(weighted_total) AS weighted_total, sum(weighted_squares) AS weighted_squares,
      sum(weighted)::bigint AS weighted""";

  /// The same, to be added or, where the sign is -1, taken away.
  static final String SIGNED =
      """
      answers * :sign, people * :sign, weights * :sign, people_squares * :sign, total * :sign,
      squares * :sign, weighted_total * :sign, weighted_squares * :sign, weighted * :sign""";

  static final String COUNTS = "r.status IN ('completed', 'amended')";

  /// The whole responses to a survey.
  static final String OF_SURVEY =
      "response r %s WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')";

  /// Those of them that are not folded yet.
  static final String OF_TAIL =
      """
      response_tail t JOIN response r ON r.id = t.response_id %s
      WHERE t.survey_id = :survey AND r.status IN ('completed', 'amended')""";

  private static final String UNSPLIT = "NULL::text AS part_value, NULL::text AS part_none";

  /// What is folded of a survey.
  static final String FOLDED =
      """
      SELECT survey_version_id AS version, %s, %s FROM answer_fold
      WHERE survey_id = :survey AND split = :split"""
          .formatted(KEY, SUMS);

  /// The same of the versions that do not know the split; `folded` names those that do.
  static final String FOLDED_WITHOUT =
      """
      SELECT survey_version_id, NULL, 'no-value', link_id, value, option_code, non_answer, %s
      FROM answer_fold
      WHERE survey_id = :survey AND split = '' AND survey_version_id <> ALL (:folded)"""
          .formatted(SUMS);

  /// Who is folded: those with the ids, once unsplit and once by each of the keys of their version.
  static final String MEMBERS_TO_FOLD =
      """
      SELECT r.id, r.survey_id, r.survey_version_id AS version, %s, d.split,
        coalesce(s.code, s.truth::text) AS part_value,
        CASE WHEN d.split <> '' AND s.key IS NULL THEN 'no-value' END AS part_none
      FROM unnest(:ids) u (id) JOIN response r ON r.id = u.id
      CROSS JOIN LATERAL (
        SELECT '' AS split
        UNION ALL SELECT k.key FROM unnest(:versions, :keys) k (version, key)
        WHERE k.version = r.survey_version_id) d
      LEFT JOIN LATERAL (
        SELECT * FROM response_attribute a WHERE a.response_id = r.id AND a.key = d.split OFFSET 0) s
        ON true
      WHERE r.status IN ('completed', 'amended')"""
          .formatted(weights());

  private CountSql() {}

  /// Counts everything in one statement: first who is in which part, then the respondents and the
  /// answers of each. Numbers stay `numeric`, so that sums are exact in any order.
  ///
  /// What is summed up of an option is its share of a constant sum, else its place in the answer,
  /// which only rankings ask for. Consents are counted as options, `true` and `false`.
  ///
  /// The `OFFSET 0` keeps the planner to one index lookup a response: right after an import its
  /// statistics are those of the time before, and every other way may then be a very slow one.
  ///
  /// @param members who is counted, with `id`, the weights, the parts, and the group
  /// @param group by which columns of the members besides
  static String counting(String members, String group) {
    return """
    WITH member AS MATERIALIZED (%1$s)
    SELECT %2$s, part_value, part_none, NULL AS link_id, NULL::int AS value, NULL AS option_code,
           NULL AS non_answer, count(*) AS answers, count(*) AS people, sum(w) AS weights,
           sum(w2) AS people_squares, NULL::numeric AS total, NULL::numeric AS squares,
           NULL::numeric AS weighted_total, NULL::numeric AS weighted_squares,
           count(*) FILTER (WHERE weighted) AS weighted
    FROM member GROUP BY %2$s, part_value, part_none
    UNION ALL
    SELECT %2$s, part_value, part_none, a.link_id, a.value::int, a.chosen, a.non_answer, count(*),
           count(*) FILTER (WHERE a.ordinal = 0), sum(m.w),
           coalesce(sum(m.w2) FILTER (WHERE a.ordinal = 0), 0), sum(a.amount),
           sum(a.amount * a.amount), sum(a.amount * m.w), sum(a.amount * a.amount * m.w), 0
    FROM member m CROSS JOIN LATERAL (
      SELECT link_id, ordinal, value, non_answer, coalesce(option_code, truth::text) AS chosen,
             CASE WHEN option_code IS NULL THEN number
                  ELSE coalesce(number, ordinal + 1) END AS amount
      FROM answer WHERE response_id = m.id OFFSET 0) a
    GROUP BY %2$s, part_value, part_none, a.link_id, a.value, a.chosen, a.non_answer"""
        .formatted(members, group);
  }

  /// Who is counted of those, in their parts.
  static String members(String of, @Nullable Split split) {
    return "SELECT r.id, r.survey_version_id AS version, %s, %s FROM %s"
        .formatted(weights(), parts(split), of.formatted(join(split)));
  }

  private static String parts(@Nullable Split split) {
    return split == null ? UNSPLIT : split.kind().parts();
  }

  private static String join(@Nullable Split split) {
    return split == null ? "" : split.kind().join();
  }

  private static String weights() {
    return """
    coalesce(r.weight, 1) AS w, coalesce(r.weight, 1) * coalesce(r.weight, 1) AS w2,
    r.weight IS NOT NULL AS weighted""";
  }
}
