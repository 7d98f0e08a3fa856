package org.customerfocus.customer.organization;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

@Entity
class SigningAuthority extends VersionedEntity {

  private UUID personPartyId;
  private UUID organizationPartyId;
  private String scope;
  private @Nullable BigDecimal limitAmount;
  private @Nullable String limitCurrency;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected SigningAuthority() {}

  @SuppressWarnings("NullAway.Init")
  SigningAuthority(SigningAuthorityRequest request, Instant now) {
    super(now);
    this.personPartyId = request.personPartyId();
    this.organizationPartyId = request.organizationPartyId();
    describe(request);
  }

  SigningAuthorityRequest asRequest() {
    return new SigningAuthorityRequest(
        personPartyId, organizationPartyId, scope, limit(), validFrom, validTo);
  }

  void change(SigningAuthorityRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(SigningAuthorityRequest request) {
    scope = request.scope();
    limitAmount = request.limit() == null ? null : request.limit().value();
    limitCurrency = request.limit() == null ? null : request.limit().currency();
    validFrom = request.validFrom();
    validTo = request.validTo();
  }

  UUID personPartyId() {
    return personPartyId;
  }

  UUID organizationPartyId() {
    return organizationPartyId;
  }

  String scope() {
    return scope;
  }

  @Nullable Money limit() {
    return limitAmount == null || limitCurrency == null
        ? null
        : Money.of(limitAmount, limitCurrency);
  }

  @Nullable LocalDate validFrom() {
    return validFrom;
  }

  @Nullable LocalDate validTo() {
    return validTo;
  }
}
