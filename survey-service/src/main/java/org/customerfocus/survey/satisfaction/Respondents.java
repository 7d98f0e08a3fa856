package org.customerfocus.survey.satisfaction;

/// What respondents were when they were asked.
final class Respondents {

  /// Joins to a response `r` the `roles` and `segments` of `f`: they were frozen with the answers
  /// where the survey keeps them as attributes, else with the invitation.
  static final String FROZEN =
      """
      LEFT JOIN invitation i ON i.id = r.invitation_id
      LEFT JOIN response_attribute o ON o.response_id = r.id AND o.key = 'role'
      LEFT JOIN response_attribute s ON s.response_id = r.id AND s.key = 'segment'
      CROSS JOIN LATERAL (SELECT
        coalesce(string_to_array(coalesce(o.code, o.text), ' '),
          ARRAY(SELECT jsonb_array_elements_text(i.attributes::jsonb -> 'roles'))) AS roles,
        coalesce(string_to_array(coalesce(s.code, s.text), ' '),
          ARRAY(SELECT jsonb_array_elements_text(i.attributes::jsonb -> 'segmentIds')))
          AS segments) f""";

  private Respondents() {}
}
