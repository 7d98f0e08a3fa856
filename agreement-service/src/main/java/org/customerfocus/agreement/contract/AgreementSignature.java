package org.customerfocus.agreement.contract;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.registry.Signing;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// That a person signed a version for one side, and what entitled to it on that day. It never
/// changes.
@Entity
@SuppressWarnings("NullAway.Init")
class AgreementSignature extends TenantEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "version_id")
  private AgreementVersion version;

  private UUID agreementId;
  private AgreementSide side;
  private UUID partyId;
  private UUID onBehalfOfPartyId;
  private LocalDate signedOn;
  private Instant recordedAt;
  private SignatureBasis basis;
  private @Nullable UUID authorityId;
  private @Nullable String authorityScope;
  private @Nullable BigDecimal limitAmount;
  private @Nullable String limitCurrency;

  /// For Hibernate.
  protected AgreementSignature() {}

  /// @param ground of a person who may sign
  AgreementSignature(
      AgreementVersion version,
      SignatureRequest as,
      LocalDate on,
      Signing.Answer ground,
      Instant now) {
    this.version = version;
    this.agreementId = version.agreement().id();
    this.side = as.side();
    this.partyId = as.partyId();
    this.onBehalfOfPartyId = Objects.requireNonNull(ground.partyId());
    this.signedOn = on;
    this.recordedAt = now;
    this.basis =
        WireEnum.find(SignatureBasis.class, Objects.requireNonNull(ground.basis())).orElseThrow();
    Signing.Authority authority = ground.authority();
    if (authority != null) {
      this.authorityId = authority.id();
      this.authorityScope = authority.scope();
      Money limit = authority.limit();
      this.limitAmount = limit == null ? null : limit.value();
      this.limitCurrency = limit == null ? null : limit.currency();
    }
  }

  AgreementVersion version() {
    return version;
  }

  UUID agreementId() {
    return agreementId;
  }

  AgreementSide side() {
    return side;
  }

  UUID partyId() {
    return partyId;
  }

  UUID onBehalfOfPartyId() {
    return onBehalfOfPartyId;
  }

  LocalDate signedOn() {
    return signedOn;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  SignatureBasis basis() {
    return basis;
  }

  @Nullable SignatureAuthority authority() {
    return authorityId == null || authorityScope == null
        ? null
        : new SignatureAuthority(
            authorityId,
            authorityScope,
            limitAmount == null || limitCurrency == null
                ? null
                : Money.of(limitAmount, limitCurrency));
  }
}
