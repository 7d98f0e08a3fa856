package org.customerfocus.customer.organization;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class Membership extends VersionedEntity {

  private UUID memberPartyId;
  private UUID organizationPartyId;
  private MembershipType type;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Membership() {}

  Membership(MembershipRequest request, Instant now) {
    super(now);
    this.memberPartyId = request.memberPartyId();
    this.organizationPartyId = request.organizationPartyId();
    this.type = request.type();
    this.validFrom = request.validFrom();
    this.validTo = request.validTo();
  }

  MembershipRequest asRequest() {
    return new MembershipRequest(memberPartyId, organizationPartyId, type, validFrom, validTo);
  }

  void change(MembershipRequest request, Instant now) {
    type = request.type();
    validFrom = request.validFrom();
    validTo = request.validTo();
    touch(now);
  }

  UUID memberPartyId() {
    return memberPartyId;
  }

  UUID organizationPartyId() {
    return organizationPartyId;
  }

  MembershipType type() {
    return type;
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }
}
