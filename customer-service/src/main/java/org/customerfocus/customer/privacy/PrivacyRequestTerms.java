package org.customerfocus.customer.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// What a privacy request says, with its defaults filled in.
record PrivacyRequestTerms(
    PrivacyRequestKind kind,
    UUID partyId,
    PrivacyRequestStatus status,
    @Nullable String reason,
    @Nullable String note,
    LocalDate receivedOn,
    LocalDate dueOn) {

  /// GDPR, Article 12(3): one month, and two further ones where that is necessary.
  private static final int MONTHS = 1;

  private static final int MONTHS_AT_MOST = 3;

  static PrivacyRequestTerms of(PrivacyRequestRequest request, LocalDate today) {
    LocalDate received = request.receivedOn() == null ? today : request.receivedOn();
    return new PrivacyRequestTerms(
        request.kind(),
        request.partyId(),
        request.status() == null ? PrivacyRequestStatus.RECEIVED : request.status(),
        request.reason(),
        request.note(),
        received,
        request.dueOn() == null ? received.plusMonths(MONTHS) : request.dueOn());
  }

  PrivacyRequestRequest asRequest() {
    return new PrivacyRequestRequest(kind, partyId, status, reason, note, receivedOn, dueOn);
  }

  List<FieldError> faults(LocalDate today) {
    List<FieldError> faults = new ArrayList<>();
    // A day of grace: the tenant's day may have begun already.
    if (receivedOn.isAfter(today.plusDays(1))) {
      faults.add(FieldError.at("/receivedOn", "must not be in the future"));
    }
    if (dueOn.isBefore(receivedOn) || dueOn.isAfter(receivedOn.plusMonths(MONTHS_AT_MOST))) {
      faults.add(FieldError.at("/dueOn", "must be within three months of receivedOn"));
    } else if (dueOn.isAfter(receivedOn.plusMonths(MONTHS)) && reason == null) {
      faults.add(FieldError.at("/reason", "say why it takes longer than a month"));
    }
    if (status == PrivacyRequestStatus.REFUSED && reason == null) {
      faults.add(FieldError.at("/reason", "say why it is refused"));
    }
    return faults;
  }
}
