package org.customerfocus.gateway.tenant;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;

@Entity
class Tenant extends VersionedEntity {

  private String handle;
  private String name;
  private TenantMode mode;
  private String timeZone;
  private TenantStatus status;

  @SuppressWarnings("NullAway.Init")
  protected Tenant() {}

  Tenant(TenantRequest request, Instant now) {
    super(now);
    requireZone(request.timeZone());
    this.handle = request.handle();
    this.name = request.name();
    this.mode = request.mode();
    this.timeZone = request.timeZone();
    this.status = request.status() == null ? TenantStatus.ACTIVE : request.status();
  }

  /// The request that would make this tenant: what a patch is applied to.
  TenantRequest asRequest() {
    return new TenantRequest(handle, name, mode, timeZone, status);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(TenantRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    refuseFixed(request);
    requireZone(request.timeZone());
    if (request.status() != null && request.status() != status) {
      moveTo(request.status());
    }
    name = request.name();
    timeZone = request.timeZone();
    touch(now);
    return true;
  }

  private void refuseFixed(TenantRequest request) {
    List<FieldError> errors = new ArrayList<>();
    if (!request.handle().equals(handle)) {
      errors.add(FieldError.at("/handle", "cannot be changed: public links carry it"));
    }
    if (request.mode() != mode) {
      errors.add(FieldError.at("/mode", "cannot be changed: make another tenant"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static void requireZone(String zone) {
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      throw ProblemException.invalid(
          "/timeZone", "must be an IANA time zone such as America/Los_Angeles");
    }
  }

  private void moveTo(TenantStatus next) {
    if (!status.allowed().contains(next)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A tenant that is %s cannot become %s.".formatted(status.wire(), next.wire()));
    }
    status = next;
  }

  String handle() {
    return handle;
  }

  String name() {
    return name;
  }

  TenantMode mode() {
    return mode;
  }

  String timeZone() {
    return timeZone;
  }

  TenantStatus status() {
    return status;
  }
}
