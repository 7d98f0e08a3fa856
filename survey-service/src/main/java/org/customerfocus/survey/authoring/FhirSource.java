package org.customerfocus.survey.authoring;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.Immutable;

/// The FHIR document that a survey was made from, as it came: what a survey has no member for is
/// given back from it.
@Entity
@Immutable
class FhirSource extends TenantEntity {

  private UUID surveyId;
  private String document;

  @SuppressWarnings("NullAway.Init")
  protected FhirSource() {}

  FhirSource(UUID surveyId, String document) {
    this.surveyId = surveyId;
    this.document = document;
  }

  UUID surveyId() {
    return surveyId;
  }

  String document() {
    return document;
  }
}
