package org.customerfocus.customer.journey;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// The head of a journey; its steps are [JourneyStepRow]s.
@Entity
class Journey extends VersionedEntity {

  private String name;
  private @Nullable String description;
  private @Nullable UUID offeringId;
  private @Nullable UUID segmentId;

  @SuppressWarnings("NullAway.Init")
  protected Journey() {}

  @SuppressWarnings("NullAway.Init")
  Journey(JourneyRequest request, Instant now) {
    super(now);
    describe(request);
  }

  /// The request that would make this journey: what a patch is applied to.
  JourneyRequest asRequest(List<JourneyStage> stages) {
    return new JourneyRequest(name, description, offeringId, segmentId, stages);
  }

  void change(JourneyRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(JourneyRequest request) {
    name = request.name();
    description = request.description();
    offeringId = request.offeringId();
    segmentId = request.segmentId();
  }

  String name() {
    return name;
  }

  @Nullable String description() {
    return description;
  }

  @Nullable UUID offeringId() {
    return offeringId;
  }

  @Nullable UUID segmentId() {
    return segmentId;
  }
}
