package org.customerfocus.customer.offering;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class Offering extends VersionedEntity {

  private String name;
  private OfferingKind kind;
  private OfferingStatus status;
  private @Nullable String description;
  private @Nullable String language;
  private @Nullable String facilityFunctionality;
  private @Nullable String facilityFunctioning;
  private @Nullable String supportFunctionality;
  private @Nullable String supportFunctioning;

  @JdbcTypeCode(SqlTypes.JSON)
  private List<OfferingWording> wordings;

  @SuppressWarnings("NullAway.Init")
  protected Offering() {}

  @SuppressWarnings("NullAway.Init")
  Offering(OfferingRequest request, Instant now) {
    super(now);
    this.status = request.status() == null ? OfferingStatus.OFFERED : request.status();
    describe(request);
  }

  /// The request that would make this offering: what a patch is applied to.
  OfferingRequest asRequest() {
    return new OfferingRequest(
        name,
        kind,
        status,
        description,
        language,
        facility(),
        support(),
        wordings.isEmpty() ? null : wordings);
  }

  /// @return whether anything differs: a patch that changes nothing leaves the version as it is
  boolean change(OfferingRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    describe(request);
    if (request.status() != null && request.status() != status) {
      moveTo(request.status());
    }
    touch(now);
    return true;
  }

  private void describe(OfferingRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    name = request.name();
    kind = request.kind();
    description = request.description();
    language =
        request.language() == null
            ? null
            : Locale.forLanguageTag(request.language()).toLanguageTag();
    OfferingPart facility = request.facility();
    facilityFunctionality = facility == null ? null : facility.functionality();
    facilityFunctioning = facility == null ? null : facility.functioning();
    OfferingPart support = request.support();
    supportFunctionality = support == null ? null : support.functionality();
    supportFunctioning = support == null ? null : support.functioning();
    wordings =
        request.wordings() == null
            ? List.of()
            : request.wordings().stream().map(OfferingWording::inCanonicalForm).toList();
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

  @Nullable String language() {
    return language;
  }

  @Nullable OfferingPart facility() {
    return OfferingPart.of(facilityFunctionality, facilityFunctioning);
  }

  @Nullable OfferingPart support() {
    return OfferingPart.of(supportFunctionality, supportFunctioning);
  }

  List<OfferingWording> wordings() {
    return wordings;
  }
}
