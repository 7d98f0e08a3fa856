package org.customerfocus.survey.quota;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;

/// How many responses of a kind a survey takes. The counter is no part of the version: it moves
/// with each response, by statements of its own.
@Entity
class SurveyQuota extends VersionedEntity {

  private UUID surveyId;
  private String name;

  @Convert(converter = ConditionsColumn.class)
  private List<QuotaCondition> conditions;

  private int most;

  @Column(updatable = false)
  private int counted;

  @SuppressWarnings("NullAway.Init")
  protected SurveyQuota() {}

  SurveyQuota(SurveyQuotaRequest request, int counted, Instant now) {
    super(now);
    surveyId = request.surveyId();
    name = request.name();
    conditions = request.conditionList();
    most = request.limit();
    this.counted = counted;
  }

  SurveyQuotaRequest asRequest() {
    return new SurveyQuotaRequest(surveyId, name, conditions.isEmpty() ? null : conditions, most);
  }

  /// @return whether anything differs
  boolean change(SurveyQuotaRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    if (!request.surveyId().equals(surveyId)) {
      throw ProblemException.invalid("/surveyId", "A quota stays with its survey.");
    }
    if (!request.conditionList().equals(conditions)) {
      throw ProblemException.invalid(
          "/conditions", "What was counted was counted by these: make another quota.");
    }
    name = request.name();
    most = request.limit();
    touch(now);
    return true;
  }

  UUID surveyId() {
    return surveyId;
  }

  String name() {
    return name;
  }

  List<QuotaCondition> conditions() {
    return conditions;
  }

  /// Whether a response that says this belongs to it.
  boolean takes(List<Answer> answers, Map<String, AttributeValue> attributes) {
    return conditions.stream().allMatch(each -> each.holds(answers, attributes));
  }

  boolean isFull() {
    return counted >= most;
  }

  int most() {
    return most;
  }

  int counted() {
    return counted;
  }
}
