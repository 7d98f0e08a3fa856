package org.customerfocus.survey.comparison;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Responses that were asked for together: those to a survey, or one part of them.
///
/// @param by what the part is of; null for the whole survey
record Wave(UUID surveyId, @Nullable String by, @Nullable String part) {

  static final List<String> KINDS = List.of("response.campaign", "response.version");

  /// The column of a response that says which part it is in, or null where there is none.
  static @Nullable String column(String by) {
    return switch (by) {
      case "response.campaign" -> "campaign_id";
      case "response.version" -> "survey_version_id";
      default -> null;
    };
  }
}
