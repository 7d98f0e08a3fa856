package org.customerfocus.survey.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Questionnaire;

/// What other features need of surveys: what was published, and whether it takes responses.
@ApplicationScoped
public class PublishedSurveys {

  private final SurveyRepository surveys;

  PublishedSurveys(SurveyRepository surveys) {
    this.surveys = surveys;
  }

  /// One published version.
  ///
  /// @param closed whether its survey takes no more responses
  /// @param anonymityThreshold results about fewer respondents are withheld
  /// @param questionnaire the definition, ready to check answers
  /// @param name what its makers call it
  /// @param definition all that it asks and shows
  public record PublishedVersion(
      UUID id,
      UUID surveyId,
      int number,
      boolean closed,
      int anonymityThreshold,
      Questionnaire questionnaire,
      String name,
      Definition definition) {

    /// Whether nothing may be kept that tells who answered.
    public boolean anonymous() {
      return definition.isAnonymous();
    }
  }

  /// The version with this id.
  ///
  /// @throws ProblemException 404 when there is none
  public PublishedVersion version(UUID id) {
    SurveyVersion version = surveys.version(id);
    return published(surveys.get(version.surveyId()), version);
  }

  /// Whether nothing may be kept that tells who answered the version.
  ///
  /// @throws ProblemException 404 when there is none
  public boolean anonymous(UUID version) {
    return surveys.version(version).definition().isAnonymous();
  }

  /// All versions of a survey, the oldest first; none while it is a draft.
  ///
  /// @throws ProblemException 404 when there is no such survey
  public List<PublishedVersion> ofSurvey(UUID surveyId) {
    Survey survey = surveys.get(surveyId);
    return surveys.versions(surveyId).stream().map(each -> published(survey, each)).toList();
  }

  static PublishedVersion published(Survey survey, SurveyVersion version) {
    return new PublishedVersion(
        version.id(),
        survey.id(),
        version.number(),
        survey.status() == SurveyStatus.CLOSED,
        survey.anonymityThreshold(),
        version.definition().questionnaire(),
        version.name(),
        version.definition());
  }
}
