package org.customerfocus.survey.response;

import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Answer;

/// How far a respondent has come.
///
/// @param status as [ResponseStatus] writes it: `in-progress`, `completed` …
/// @param version of the response, as its entity tag says it
/// @param answers what was saved so far, ordered by link id
public record Progress(
    UUID id, UUID surveyVersionId, String status, long version, List<Answer> answers) {

  /// Whether more answers can be saved.
  public boolean isOpen() {
    return status.equals(ResponseStatus.IN_PROGRESS.wire());
  }
}
