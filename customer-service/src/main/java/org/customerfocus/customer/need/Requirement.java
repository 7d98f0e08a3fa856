package org.customerfocus.customer.need;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Requirement extends VersionedEntity {

  private String statement;
  private RequirementKind kind;
  private Voice voice;
  private @Nullable UUID offeringId;
  private @Nullable UUID touchpointId;
  private @Nullable String measure;
  private @Nullable String target;

  @SuppressWarnings("NullAway.Init")
  protected Requirement() {}

  @SuppressWarnings("NullAway.Init")
  Requirement(RequirementRequest request, Instant now) {
    super(now);
    describe(request);
  }

  void change(RequirementRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  /// A new score is a change of the whole.
  void scored(Instant now) {
    touch(now);
  }

  private void describe(RequirementRequest request) {
    statement = request.statement();
    kind = request.kind();
    voice = request.voice();
    offeringId = request.offeringId();
    touchpointId = request.touchpointId();
    measure = request.measure();
    target = request.target();
  }

  /// The request that would make this requirement: what a patch is applied to.
  RequirementRequest asRequest(RequirementParts parts) {
    return new RequirementRequest(
        statement,
        kind,
        voice,
        offeringId,
        touchpointId,
        measure,
        target,
        parts.importances(),
        parts.needIds(),
        parts.evidence());
  }

  String statement() {
    return statement;
  }

  RequirementKind kind() {
    return kind;
  }

  Voice voice() {
    return voice;
  }
}
