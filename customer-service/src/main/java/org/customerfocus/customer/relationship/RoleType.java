package org.customerfocus.customer.relationship;

import jakarta.persistence.Entity;
import java.time.Instant;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A role type of the tenant's own.
@Entity
class RoleType extends VersionedEntity {

  private String code;
  private String name;
  private @Nullable String description;

  @SuppressWarnings("NullAway.Init")
  protected RoleType() {}

  RoleType(RoleTypeRequest request, Instant now) {
    super(now);
    this.code = request.code();
    this.name = request.name();
    this.description = request.description();
  }

  RoleTypeRequest asRequest() {
    return new RoleTypeRequest(code, name, description);
  }

  void change(RoleTypeRequest request, Instant now) {
    name = request.name();
    description = request.description();
    touch(now);
  }

  String code() {
    return code;
  }
}
