package org.customerfocus.customer.need;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Need extends VersionedEntity {

  private String statement;
  private Voice voice;
  private @Nullable UUID segmentId;
  private @Nullable UUID customerId;
  private @Nullable String role;
  private @Nullable UUID offeringId;
  private @Nullable Integer importance;

  @SuppressWarnings("NullAway.Init")
  protected Need() {}

  @SuppressWarnings("NullAway.Init")
  Need(NeedRequest request, Instant now) {
    super(now);
    describe(request);
  }

  void change(NeedRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  /// A new score is a change of the whole.
  void scored(Instant now) {
    touch(now);
  }

  private void describe(NeedRequest request) {
    statement = request.statement();
    voice = request.voice();
    segmentId = request.segmentId();
    customerId = request.customerId();
    role = request.role();
    offeringId = request.offeringId();
    importance = request.importance();
  }

  /// The request that would make this need: what a patch is applied to.
  NeedRequest asRequest(List<Evidence> evidence) {
    return new NeedRequest(
        statement, segmentId, customerId, role, offeringId, voice, importance, evidence);
  }

  @Nullable UUID segmentId() {
    return segmentId;
  }

  /// Whose need it is.
  Whose whose() {
    return new Whose(segmentId, customerId, role);
  }
}
