package org.customerfocus.customer.journey;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Touchpoint extends VersionedEntity {

  private String name;
  private Channel channel;
  private @Nullable UUID offeringId;
  private @Nullable String description;

  @SuppressWarnings("NullAway.Init")
  protected Touchpoint() {}

  @SuppressWarnings("NullAway.Init")
  Touchpoint(TouchpointRequest request, Instant now) {
    super(now);
    describe(request);
  }

  /// The request that would make this touchpoint: what a patch is applied to.
  TouchpointRequest asRequest() {
    return new TouchpointRequest(name, channel, offeringId, description);
  }

  /// @return whether anything differs
  boolean change(TouchpointRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    describe(request);
    touch(now);
    return true;
  }

  private void describe(TouchpointRequest request) {
    name = request.name();
    channel = request.channel();
    offeringId = request.offeringId();
    description = request.description();
  }
}
