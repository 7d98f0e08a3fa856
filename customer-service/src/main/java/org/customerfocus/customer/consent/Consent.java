package org.customerfocus.customer.consent;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// A statement, never changed.
@Entity
class Consent extends TenantEntity {

  private Instant createdAt;
  private UUID partyId;
  private String purpose;
  private ContactChannel channel;
  private LegalBasis legalBasis;
  private ConsentStatus status;
  private Instant capturedAt;
  private @Nullable String source;
  private @Nullable String evidence;
  private @Nullable String evidenceRef;
  private LocalDate validFrom;
  private @Nullable LocalDate validTo;

  @SuppressWarnings("NullAway.Init")
  protected Consent() {}

  Consent(ConsentRequest request, Instant now) {
    this.createdAt = now;
    this.partyId = request.partyId();
    this.purpose = request.purpose();
    this.channel = request.channel();
    this.legalBasis = request.legalBasis();
    this.status = request.status();
    this.capturedAt = request.captured(now);
    this.source = request.source();
    this.evidence = request.evidence();
    this.evidenceRef = request.evidenceRef();
    this.validFrom = request.from(now);
    this.validTo = request.validTo();
  }

  UUID partyId() {
    return partyId;
  }

  /// What the decision needs of it.
  Statement statement() {
    return new Statement(
        id(), purpose, channel, legalBasis, status, capturedAt, validFrom, validTo);
  }

  ConsentView view() {
    return new ConsentView(
        id(),
        partyId,
        purpose,
        channel,
        legalBasis,
        status,
        capturedAt,
        source,
        evidence,
        evidenceRef,
        validFrom,
        validTo,
        createdAt);
  }
}
