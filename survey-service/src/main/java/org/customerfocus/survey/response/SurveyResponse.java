package org.customerfocus.survey.response;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// The head of a response, for reading: rows are written many at a time by [RecordingRepository].
@Entity
@Immutable
@Table(name = "response")
class SurveyResponse extends TenantEntity {

  private UUID surveyId;
  private UUID surveyVersionId;
  private Instant respondedAt;
  private Instant recordedAt;
  private @Nullable BigDecimal weight;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable String refScheme;
  private @Nullable String refValue;
  private @Nullable UUID importId;

  @SuppressWarnings("NullAway.Init")
  protected SurveyResponse() {}

  UUID surveyId() {
    return surveyId;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  Instant respondedAt() {
    return respondedAt;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  @Nullable BigDecimal weight() {
    return weight;
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  @Nullable UUID partyId() {
    return partyId;
  }

  @Nullable ExternalRef externalRef() {
    return refScheme == null || refValue == null ? null : new ExternalRef(refScheme, refValue);
  }

  @Nullable UUID importId() {
    return importId;
  }
}
