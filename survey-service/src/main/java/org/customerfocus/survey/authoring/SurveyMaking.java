package org.customerfocus.survey.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.template.Templates;

/// Makes and publishes surveys, for those who ask over HTTP and for features that need a survey on
/// their way. Belongs to a transaction.
@ApplicationScoped
public class SurveyMaking {

  private final SurveyRepository surveys;
  private final Templates templates;
  private final Journal journal;
  private final InstantSource clock;

  SurveyMaking(
      SurveyRepository surveys, Templates templates, Journal journal, InstantSource clock) {
    this.surveys = surveys;
    this.templates = templates;
    this.journal = journal;
    this.clock = clock;
  }

  /// A new survey from a template, with its first version.
  ///
  /// @param name what authors call the survey
  /// @throws org.customerfocus.conventions.problem.ProblemException 422 at `/templateId` when there
  ///   is no such template
  public PublishedVersion publishTemplate(String templateId, String name) {
    Survey survey = create(SurveyRequest.fromTemplate(name, templateId));
    return PublishedSurveys.published(survey, publish(survey));
  }

  Survey create(SurveyRequest request) {
    SurveyRequest whole =
        request.templateId() == null
            ? request
            : request.over(templates.named(request.templateId()));
    Survey survey = new Survey(whole, clock.instant());
    surveys.add(survey);
    journal.record(Change.of("survey", "created", survey).detail(SurveyView.of(survey)));
    return survey;
  }

  /// The next version of what the survey says now.
  SurveyVersion publish(Survey survey) {
    SurveyVersion version = survey.publish(surveys.versions(survey.id()), clock.instant());
    surveys.add(version);
    journal.record(
        Change.of("survey", "published", survey).data(Map.of("surveyVersionId", version.id())));
    return version;
  }
}
