package org.customerfocus.survey.authoring;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.survey.questionnaire.Definition;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What was published: responses answer this, and it never changes.
@Entity
@Immutable
class SurveyVersion extends TenantEntity {

  private UUID surveyId;
  private int number;
  private Instant publishedAt;
  private String name;
  private @Nullable String description;
  private Definition definition;

  @SuppressWarnings("NullAway.Init")
  protected SurveyVersion() {}

  SurveyVersion(Survey survey, Instant now) {
    surveyId = survey.id();
    number = survey.latestVersion();
    publishedAt = now;
    name = survey.name();
    description = survey.description();
    definition = survey.definition();
  }

  UUID surveyId() {
    return surveyId;
  }

  int number() {
    return number;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String name() {
    return name;
  }

  @Nullable String description() {
    return description;
  }

  Definition definition() {
    return definition;
  }
}
