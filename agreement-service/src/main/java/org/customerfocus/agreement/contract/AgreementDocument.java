package org.customerfocus.agreement.contract;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.Immutable;

/// The document that an agreement was made from, as it came, and the terms that it had then: what
/// an agreement has no member for is given back from it.
@Entity
@Immutable
@SuppressWarnings("NullAway.Init")
class AgreementDocument extends TenantEntity {

  // Read by the database, which finds it by it.
  @SuppressWarnings("UnusedVariable")
  private UUID agreementId;

  private String document;
  private String terms;

  /// For Hibernate.
  protected AgreementDocument() {}

  AgreementDocument(UUID agreementId, String document, String terms) {
    this.agreementId = agreementId;
    this.document = document;
    this.terms = terms;
  }

  String document() {
    return document;
  }

  String terms() {
    return terms;
  }
}
