package org.customerfocus.survey.authoring;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Violation;
import org.jspecify.annotations.Nullable;

/// A survey under construction: what its next version will be.
@Entity
class Survey extends VersionedEntity {

  private String name;
  private @Nullable String description;
  private SurveyStatus status;
  private int anonymityThreshold;
  private int latestVersion;
  private Definition definition;

  @SuppressWarnings("NullAway.Init")
  protected Survey() {}

  Survey(SurveyRequest request, Instant now) {
    super(now);
    if (request.status() != null && request.status() != SurveyStatus.DRAFT) {
      throw ProblemException.invalid(
          "/status", "A survey starts as a draft; publishing a version makes it published.");
    }
    status = SurveyStatus.DRAFT;
    name = request.name();
    description = request.description();
    anonymityThreshold = request.threshold();
    definition = valid(request.definition());
  }

  /// The request that would make this survey: what a patch is applied to.
  SurveyRequest asRequest() {
    return new SurveyRequest(
        name,
        description,
        status,
        anonymityThreshold,
        definition.title(),
        definition.language(),
        definition.introduction(),
        definition.completion(),
        definition.anonymous(),
        definition.items(),
        definition.attributes().isEmpty() ? null : definition.attributes(),
        definition.translations(),
        definition.theme(),
        null);
  }

  /// Takes over what the request says.
  ///
  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(SurveyRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    if (request.templateId() != null) {
      throw ProblemException.invalid(
          "/templateId", "A template makes a new survey; it changes none.");
    }
    if (request.status() != null && request.status() != status) {
      moveTo(request.status());
    }
    // Whoever has answered a version did so under the promise that stood then.
    if (latestVersion > 0 && request.threshold() < anonymityThreshold) {
      throw ProblemException.invalid("/anonymityThreshold", "can only be raised once published");
    }
    name = request.name();
    description = request.description();
    anonymityThreshold = request.threshold();
    definition = valid(request.definition());
    touch(now);
    return true;
  }

  /// Makes the next version of what is written down now.
  ///
  /// @param earlier the versions there are: an id keeps its meaning across all of them
  SurveyVersion publish(List<SurveyVersion> earlier, Instant now) {
    if (status == SurveyStatus.CLOSED) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A closed survey publishes no versions: set its status to published first.");
    }
    List<Violation> found = problems(earlier);
    if (!found.isEmpty()) {
      throw refused(found);
    }
    status = SurveyStatus.PUBLISHED;
    latestVersion++;
    touch(now);
    return new SurveyVersion(this, now);
  }

  /// What publishing would refuse: logic that does not hold, and ids that would change their
  /// meaning.
  ///
  /// @param earlier the versions there are
  List<Violation> problems(List<SurveyVersion> earlier) {
    List<Violation> found = new ArrayList<>(definition.questionnaire().logic().violations());
    earlier.stream()
        .flatMap(version -> version.definition().questionnaire().changedBy(definition).stream())
        .distinct()
        .forEach(found::add);
    return found;
  }

  private void moveTo(SurveyStatus next) {
    if (!status.allowed().contains(next)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          status == SurveyStatus.DRAFT
              ? "A draft is published by making its first version: POST /v1/surveys/%s/versions."
                  .formatted(id())
              : "A survey that is %s cannot become %s.".formatted(status.wire(), next.wire()));
    }
    status = next;
  }

  private static Definition valid(Definition definition) {
    List<Violation> violations = definition.violations();
    if (!violations.isEmpty()) {
      throw refused(violations);
    }
    return definition;
  }

  private static ProblemException refused(List<Violation> violations) {
    return ProblemException.invalid(violations.stream().map(Violation::asFieldError).toList());
  }

  String name() {
    return name;
  }

  @Nullable String description() {
    return description;
  }

  SurveyStatus status() {
    return status;
  }

  int anonymityThreshold() {
    return anonymityThreshold;
  }

  int latestVersion() {
    return latestVersion;
  }

  Definition definition() {
    return definition;
  }
}
