package org.customerfocus.survey.counting;

/// Where a split finds the part of a response, as SQL: expressions `part_value` and `part_none`
/// over a response `r`, and what has to be joined to it as `s`. Each names the parameter `:split`.
public enum SplitKind {
  /// An answer to the question with the linkId `:split`.
  QUESTION(
      """
      coalesce(s.value::text, s.option_code, trim_scale(s.number)::text, s.day::text,
        s.truth::text) AS part_value,
      CASE WHEN num_nonnulls(s.value, s.option_code, s.number, s.day, s.truth) = 0
           THEN coalesce(s.non_answer, 'no-answer') END AS part_none""",
      """
      LEFT JOIN LATERAL (
        SELECT value, option_code, number, day, truth, non_answer FROM answer
        WHERE response_id = r.id AND link_id = :split OFFSET 0) s ON true"""),
  /// The attribute with the key `:split`.
  ATTRIBUTE(
      """
      coalesce(s.code, s.text, trim_scale(s.number)::text, s.truth::text, s.day::text) AS part_value,
      CASE WHEN s.key IS NULL THEN 'no-value' END AS part_none""",
      """
      LEFT JOIN LATERAL (
        SELECT * FROM response_attribute WHERE response_id = r.id AND key = :split OFFSET 0) s
        ON true"""),
  /// The values of the attributes with the keys in `:split`, which [#BETWEEN] stands between, as it
  /// does between the values; without a value it is empty.
  ATTRIBUTES(
      "s.part AS part_value, NULL::text AS part_none",
      """
      LEFT JOIN LATERAL (
        SELECT string_agg(
          coalesce(a.code, a.text, trim_scale(a.number)::text, a.truth::text, a.day::text, ''),
          chr(31) ORDER BY k.place) AS part
        FROM unnest(string_to_array(:split, chr(31))) WITH ORDINALITY k (key, place)
        LEFT JOIN response_attribute a ON a.response_id = r.id AND a.key = k.key) s ON true"""),
  /// Each of the values that an invitation froze together under the key `:split`, such as the roles
  /// of who was invited.
  FROZEN(
      """
      s.part AS part_value, CASE WHEN s.part IS NULL THEN 'no-value' END AS part_none""",
      """
      LEFT JOIN LATERAL (
        SELECT unnest(string_to_array(text, ' ')) AS part
        FROM response_attribute WHERE response_id = r.id AND key = :split OFFSET 0) s ON true"""),
  /// What is known of the response itself.
  RESPONSE(
      """
      CASE :split WHEN 'response.version' THEN r.survey_version_id::text
                  WHEN 'response.campaign' THEN r.campaign_id::text
                  WHEN 'response.channel' THEN r.channel
                  WHEN 'response.touchpoint' THEN r.touchpoint_id::text
                  WHEN 'response.offering' THEN r.offering_id::text END AS part_value,
      CASE WHEN CASE :split WHEN 'response.version' THEN true
                            WHEN 'response.campaign' THEN r.campaign_id IS NOT NULL
                            WHEN 'response.touchpoint' THEN r.touchpoint_id IS NOT NULL
                            WHEN 'response.offering' THEN r.offering_id IS NOT NULL
                            ELSE r.channel IS NOT NULL END
           THEN NULL ELSE 'no-value' END AS part_none""",
      ""),
  /// The day on which it was answered, in the time zone `:split`.
  DAY(
      """
      to_char(r.responded_at AT TIME ZONE :split, 'YYYY-MM-DD') AS part_value,
      NULL::text AS part_none""",
      "");

  /// Between the keys and the values of several attributes.
  public static final String BETWEEN = "\u001f";

  private final String parts;
  private final String join;

  SplitKind(String parts, String join) {
    this.parts = parts;
    this.join = join;
  }

  String parts() {
    return parts;
  }

  String join() {
    return join;
  }
}
