package org.customerfocus.survey.improvement;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// What an improvement does to a requirement or a role.
@Entity
@Table(name = "improvement_effect")
class EffectRow extends TenantEntity {

  private UUID improvementId;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  private @Nullable UUID requirementId;
  private @Nullable String role;
  private EffectDirection direction;
  private @Nullable String note;

  @SuppressWarnings("NullAway.Init")
  protected EffectRow() {}

  EffectRow(UUID improvementId, ImprovementRequest.Effect effect, int place) {
    this.improvementId = improvementId;
    this.place = place;
    this.requirementId = effect.requirementId();
    this.role = effect.role();
    this.direction = effect.direction();
    this.note = effect.note();
  }

  UUID improvementId() {
    return improvementId;
  }

  ImprovementRequest.Effect effect() {
    return new ImprovementRequest.Effect(requirementId, role, direction, note);
  }
}
