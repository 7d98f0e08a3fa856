package org.customerfocus.survey.response;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.hibernate.annotations.Immutable;

/// What a response said before it was amended.
@Entity
@Immutable
class ResponseRevision extends TenantEntity {

  // Read by queries alone.
  @SuppressWarnings("UnusedVariable")
  private UUID responseId;

  private long number;
  private ResponseStatus status;
  private Instant respondedAt;
  private Instant replacedAt;

  @Convert(converter = AnswersColumn.class)
  private List<Answer> answers;

  @Convert(converter = AttributesColumn.class)
  private Map<String, AttributeValue> attributes;

  @SuppressWarnings("NullAway.Init")
  protected ResponseRevision() {}

  ResponseRevision(SurveyResponse response, ResponseView said, Instant replacedAt) {
    responseId = response.id();
    number = response.version();
    status = response.status();
    respondedAt = response.respondedAt();
    this.replacedAt = replacedAt;
    answers = said.answers();
    attributes = said.attributes();
  }

  ResponseRevisionView view() {
    return new ResponseRevisionView(
        id(), number, status, respondedAt, replacedAt, answers, attributes);
  }
}
