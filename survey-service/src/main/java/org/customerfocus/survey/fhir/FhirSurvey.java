package org.customerfocus.survey.fhir;

import org.customerfocus.survey.questionnaire.Definition;
import org.jspecify.annotations.Nullable;

/// What of a survey stands in its FHIR Questionnaire.
///
/// @param anonymityThreshold the least number of respondents of whom results are told; absent where
///   the document does not say
public record FhirSurvey(
    String name,
    @Nullable String description,
    @Nullable Integer anonymityThreshold,
    Definition definition) {

  /// Which questionnaire a document is.
  ///
  /// @param url the canonical URL, the same for all versions
  /// @param version the business version
  /// @param status a code of PublicationStatus: `draft`, `active` or `retired`
  public record Header(String url, String version, String status) {}
}
