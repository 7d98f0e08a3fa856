package org.customerfocus.survey.authoring;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.SurveyRepository.State;
import org.customerfocus.survey.fhir.FhirNames;
import org.customerfocus.survey.fhir.FhirQuestionnaires;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Questionnaire;

/// What other features need of surveys: what was published, and whether it takes responses.
@ApplicationScoped
public class PublishedSurveys {

  private static final int MOST_ITEMS = 20_000;

  private final SurveyRepository surveys;
  private final CurrentCaller caller;

  // A version never changes: what is parsed and compiled of it serves until others need the room.
  private final Cache<Key, Known> known =
      CacheBuilder.newBuilder()
          .maximumWeight(MOST_ITEMS)
          .weigher((Key key, Known value) -> 1 + value.questionnaire().questions().size())
          .build();

  PublishedSurveys(SurveyRepository surveys, CurrentCaller caller) {
    this.surveys = surveys;
    this.caller = caller;
  }

  /// Whose version: one tenant is never told of another's.
  private record Key(String tenant, UUID id) {}

  /// What never changes of a version.
  private record Known(
      UUID surveyId, int number, String name, Definition definition, Questionnaire questionnaire) {

    static Known of(SurveyVersion version) {
      return new Known(
          version.surveyId(),
          version.number(),
          version.name(),
          version.definition(),
          version.definition().questionnaire());
    }
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

    /// @throws ProblemException 409 when the survey takes no more responses
    public void demandOpen() {
      if (closed) {
        throw new ProblemException(
            AuthoringProblems.SURVEY_CLOSED,
            "The survey %s is closed: set its status to published first.".formatted(surveyId));
      }
    }
  }

  /// The version with this id.
  ///
  /// @throws ProblemException 404 when there is none
  public PublishedVersion version(UUID id) {
    Known version = known(id);
    return published(surveys.state(version.surveyId()), id, version);
  }

  private Known known(UUID id) {
    Key key = new Key(caller.get().tenant(), id);
    Known version = known.getIfPresent(key);
    if (version == null) {
      version = Known.of(surveys.version(id));
      known.put(key, version);
    }
    return version;
  }

  /// The version that the body of a request names by its `surveyVersionId`.
  ///
  /// @throws ProblemException 422 when there is none: the body is at fault and not the path
  public PublishedVersion referred(UUID id) {
    try {
      return version(id);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyVersionId", e.detail());
    }
  }

  /// Whether nothing may be kept that tells who answered the version.
  ///
  /// @throws ProblemException 404 when there is none
  public boolean anonymous(UUID version) {
    return surveys.version(version).definition().isAnonymous();
  }

  /// What the version, its items and its options are called in its FHIR Questionnaire.
  public FhirNames fhirNames(PublishedVersion version) {
    FhirSource source = surveys.fhirSource(version.surveyId());
    return FhirQuestionnaires.names(
        FhirExport.header(version.surveyId(), version.number(), "active"),
        source == null ? null : source.document());
  }

  /// All versions of a survey, the oldest first; none while it is a draft.
  ///
  /// @throws ProblemException 404 when there is no such survey
  public List<PublishedVersion> ofSurvey(UUID surveyId) {
    State state = surveys.state(surveyId);
    return surveys.versionIds(surveyId).stream()
        .map(id -> published(state, id, known(id)))
        .toList();
  }

  static PublishedVersion published(Survey survey, SurveyVersion version) {
    return published(
        new State(survey.status(), survey.anonymityThreshold()), version.id(), Known.of(version));
  }

  private static PublishedVersion published(State survey, UUID id, Known version) {
    return new PublishedVersion(
        id,
        version.surveyId(),
        version.number(),
        survey.status() == SurveyStatus.CLOSED,
        survey.anonymityThreshold(),
        version.questionnaire(),
        version.name(),
        version.definition());
  }
}
