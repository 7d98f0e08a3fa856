package org.customerfocus.customer.offering;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Offering extends VersionedEntity {

  private String name;
  private OfferingKind kind;
  private OfferingStatus status;
  private @Nullable String description;

  @SuppressWarnings("NullAway.Init")
  protected Offering() {}

  Offering(OfferingRequest request, Instant now) {
    super(now);
    this.name = request.name();
    this.kind = request.kind();
    this.status = request.status() == null ? OfferingStatus.OFFERED : request.status();
    this.description = request.description();
  }

  /// The request that would make this offering: what a patch is applied to.
  OfferingRequest asRequest() {
    return new OfferingRequest(name, kind, status, description);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(OfferingRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    if (request.status() != null && request.status() != status) {
      moveTo(request.status());
    }
    name = request.name();
    kind = request.kind();
    description = request.description();
    touch(now);
    return true;
  }

  private void moveTo(OfferingStatus next) {
    if (!status.allowed().contains(next)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "An offering that is %s cannot become %s.".formatted(status.wire(), next.wire()));
    }
    status = next;
  }

  String name() {
    return name;
  }

  OfferingKind kind() {
    return kind;
  }

  OfferingStatus status() {
    return status;
  }

  @Nullable String description() {
    return description;
  }
}
