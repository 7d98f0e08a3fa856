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
      WHERE survey_id = :survey AND split = :kept"""
          .formatted(KEY, SUMS);

  /// The same of the versions that do not know the split; `folded` names those that do.
  static final String FOLDED_WITHOUT =
      """
      SELECT survey_version_id, NULL, :none, link_id, value, option_code, non_answer, %s
      FROM answer_fold
      WHERE survey_id = :survey AND split = '' AND survey_version_id <> ALL (:folded)"""
          .formatted(SUMS);

  /// An answer as it is counted.
  private static final String SAID =
      """
      SELECT link_id, ordinal, value, non_answer, coalesce(option_code, truth::text) AS chosen,
             CASE WHEN option_code IS NULL THEN number
                  ELSE coalesce(number, ordinal + 1) END AS amount
      FROM answer WHERE response_id =\s""";

  /// Who is folded: those with the ids, with the parts that they are in, once unsplit and once by
  /// each of the keys of their version. The parts stand in arrays, and every lookup is by an index:
  /// joins of what is made on the way would be planned without knowing how much it is.
  private static final String TO_FOLD =
      """
      member AS MATERIALIZED (
        SELECT r.id, r.survey_id, r.survey_version_id AS version, %1$s, p.splits, p.part_values,
          p.part_nones
        FROM unnest(:ids) u (id) JOIN response r ON r.id = u.id
        CROSS JOIN LATERAL (
          SELECT array_agg(split) AS splits, array_agg(part_value) AS part_values,
            array_agg(part_none) AS part_nones
          FROM (
            SELECT '' AS split, NULL::text AS part_value, NULL::text AS part_none
            UNION ALL
            SELECT k.key, coalesce(s.code, s.truth::text),
              CASE WHEN s.key IS NULL THEN 'no-value' END
            FROM unnest(:versions, :keys, :kinds) k (version, key, kind)
            LEFT JOIN LATERAL (
              SELECT * FROM response_attribute a
              WHERE a.response_id = r.id AND a.key = k.key OFFSET 0) s ON true
            WHERE k.version = r.survey_version_id AND k.kind = 'ATTRIBUTE'
            UNION ALL
            SELECT '?' || k.key, coalesce(s.value::text, s.option_code, s.truth::text),
              CASE WHEN num_nonnulls(s.value, s.option_code, s.truth) = 0
                   THEN coalesce(s.non_answer, 'no-answer') END
            FROM unnest(:versions, :keys, :kinds) k (version, key, kind)
            LEFT JOIN LATERAL (
              SELECT value, option_code, truth, non_answer FROM answer a
              WHERE a.response_id = r.id AND a.link_id = k.key OFFSET 0) s ON true
            WHERE k.version = r.survey_version_id AND k.kind = 'QUESTION'
            UNION ALL
            SELECT ':' || o.split, o.part, CASE WHEN o.part IS NULL THEN 'no-value' END
            FROM (VALUES
              ('response.campaign', r.campaign_id::text), ('response.channel', r.channel),
              ('response.touchpoint', r.touchpoint_id::text),
              ('response.offering', r.offering_id::text),
              ('UTC', to_char(r.responded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD'))) o (split, part))
            part OFFSET 0) p
        WHERE r.status IN ('completed', 'amended'))"""
          .formatted(weights());

  private static final String EACH_PART =
      " CROSS JOIN unnest(m.splits, m.part_values, m.part_nones) p (split, part_value, part_none)";

  private CountSql() {}

  /// Counts those who are to be folded.
  static String folding() {
    return counting(
        TO_FOLD,
        "survey_id, version, split",
        EACH_PART,
        "CROSS JOIN LATERAL (%s m.id OFFSET 0) a%s".formatted(SAID, EACH_PART));
  }

  /// Counts members by their version and parts.
  ///
  /// The `OFFSET 0` keeps the planner to one index lookup a response: right after an import its
  /// statistics are those of the time before, and every other way may then be a very slow one.
  ///
  /// @param members who is counted, with `id`, the weights, the parts and the version
  /// @param some whether the answers to `:questions` alone are
  static String counting(String members, boolean some) {
    return counting(
        "member AS MATERIALIZED (%s)".formatted(members),
        "version",
        "",
        "CROSS JOIN LATERAL (%s m.id%s OFFSET 0) a"
            .formatted(SAID, some ? " AND link_id = ANY (:questions)" : ""));
  }

  /// What is folded, of some questions or of all.
  static String folded(String kept, boolean some) {
    return some ? kept + " AND (link_id IS NULL OR link_id = ANY (:questions))" : kept;
  }

  /// Counts everything in one statement: first who is in which part, then the respondents and the
  /// answers of each. Numbers stay `numeric`, so that sums are exact in any order.
  ///
  /// What is summed up of an option is its share of a constant sum, else its place in the answer,
  /// which only rankings ask for. Consents are counted as options, `true` and `false`.
  ///
  /// @param with the `member`s who are counted, with `id`, the weights, the parts, and the group
  /// @param group by which columns of the members besides
  /// @param each joins to the members `m` the parts that they are in, where they are in several
  /// @param said joins to them their answers `a`, and the parts
  private static String counting(String with, String group, String each, String said) {
    return """
    WITH %1$s
    SELECT %2$s, part_value, part_none, NULL AS link_id, NULL::int AS value, NULL AS option_code,
           NULL AS non_answer, count(*) AS answers, count(*) AS people, sum(w) AS weights,
           sum(w2) AS people_squares, NULL::numeric AS total, NULL::numeric AS squares,
           NULL::numeric AS weighted_total, NULL::numeric AS weighted_squares,
           count(*) FILTER (WHERE weighted) AS weighted
    FROM member m%3$s GROUP BY %2$s, part_value, part_none
    UNION ALL
    SELECT %2$s, part_value, part_none, a.link_id, a.value::int, a.chosen, a.non_answer, count(*),
           count(*) FILTER (WHERE a.ordinal = 0), sum(m.w),
           coalesce(sum(m.w2) FILTER (WHERE a.ordinal = 0), 0), sum(a.amount),
           sum(a.amount * a.amount), sum(a.amount * m.w), sum(a.amount * a.amount * m.w), 0
    FROM member m %4$s
    GROUP BY %2$s, part_value, part_none, a.link_id, a.value, a.chosen, a.non_answer"""
        .formatted(with, group, each, said);
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
