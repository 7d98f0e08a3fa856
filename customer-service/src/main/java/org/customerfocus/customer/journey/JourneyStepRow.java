package org.customerfocus.customer.journey;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.customer.journey.JourneyStage.JourneyStep;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "journey_step")
class JourneyStepRow extends TenantEntity {

  private UUID journeyId;
  private int place;
  private int stagePlace;
  private String stage;
  private Actor actor;
  private String description;
  private @Nullable UUID touchpointId;

  @SuppressWarnings("NullAway.Init")
  protected JourneyStepRow() {}

  JourneyStepRow(UUID journeyId, int place, int stagePlace, String stage, JourneyStep step) {
    this.journeyId = journeyId;
    this.place = place;
    this.stagePlace = stagePlace;
    this.stage = stage;
    this.actor = step.actor();
    this.description = step.description();
    this.touchpointId = step.touchpointId();
  }

  UUID journeyId() {
    return journeyId;
  }

  int place() {
    return place;
  }

  int stagePlace() {
    return stagePlace;
  }

  String stage() {
    return stage;
  }

  JourneyStep step() {
    return new JourneyStep(actor, description, touchpointId);
  }
}
