package org.customerfocus.survey.improvement;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.conventions.wire.JsonColumn;
import org.jspecify.annotations.Nullable;

/// Whether an improvement helped, as it was computed then. It never changes.
@Entity
@Table(name = "improvement_verification")
class Verification extends TenantEntity {

  private UUID improvementId;
  private Instant madeAt;
  private ImprovementOutcome outcome;
  private Compared compared;

  @SuppressWarnings("NullAway.Init")
  protected Verification() {}

  Verification(UUID improvementId, ImprovementOutcome outcome, Compared compared, Instant madeAt) {
    this.improvementId = improvementId;
    this.outcome = outcome;
    this.compared = compared;
    this.madeAt = madeAt;
  }

  /// What was compared.
  record Compared(
      VerificationRequest.Moment before,
      VerificationRequest.Moment after,
      Figure scoreBefore,
      Figure scoreAfter,
      Figure difference,
      @Nullable Double pValue) {}

  VerificationView view() {
    return new VerificationView(
        id(),
        improvementId,
        outcome,
        compared.before(),
        compared.after(),
        compared.scoreBefore(),
        compared.scoreAfter(),
        compared.difference(),
        compared.pValue(),
        madeAt);
  }

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<Compared> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
