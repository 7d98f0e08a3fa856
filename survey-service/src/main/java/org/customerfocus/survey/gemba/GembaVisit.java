package org.customerfocus.survey.gemba;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A visit to where the product is used: planned, then done or cancelled.
@Entity
class GembaVisit extends VersionedEntity {

  private String title;
  private @Nullable String purpose;
  private @Nullable String place;
  private GembaStatus status;
  private @Nullable Instant plannedFor;
  private @Nullable Instant visitedAt;
  private @Nullable UUID customerId;
  private @Nullable UUID offeringId;
  private @Nullable UUID touchpointId;
  private Met met;
  private boolean metStated;

  @SuppressWarnings("NullAway.Init")
  protected GembaVisit() {}

  /// @param now the present
  /// @param looked what customer-service says of the customer, where the request says nothing
  @SuppressWarnings("NullAway.Init")
  GembaVisit(GembaVisitRequest request, @Nullable Met looked, Instant now) {
    super(now);
    check(request, now);
    met = Met.NOBODY;
    take(request, looked);
  }

  /// The caller has found that something differs.
  void change(GembaVisitRequest request, @Nullable Met looked, Instant now) {
    GembaStatus wanted = request.wanted();
    if (wanted != status && !status.allowed().contains(wanted)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A visit that is %s cannot become %s.".formatted(status.wire(), wanted.wire()));
    }
    check(request, now);
    take(request, looked);
    touch(now);
  }

  private static void check(GembaVisitRequest request, Instant now) {
    List<FieldError> faults = request.faults(now);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  private void take(GembaVisitRequest request, @Nullable Met looked) {
    title = request.title();
    purpose = request.purpose();
    place = request.place();
    status = request.wanted();
    plannedFor = request.plannedFor();
    visitedAt = request.visitedAt();
    boolean another = !Objects.equals(customerId, request.customerId());
    customerId = request.customerId();
    offeringId = request.offeringId();
    touchpointId = request.touchpointId();
    Met stated = request.met();
    metStated = stated != null;
    if (stated != null) {
      met = stated;
    } else if (looked != null) {
      met = looked;
    } else if (customerId == null || another) {
      // Whom the former customer stood for says nothing of this one.
      met = Met.NOBODY;
    }
  }

  /// The request that would make this visit: what a patch is applied to.
  GembaVisitRequest asRequest(Parts parts) {
    return new GembaVisitRequest(
        title,
        purpose,
        place,
        customerId,
        offeringId,
        touchpointId,
        parts.visitors(),
        status,
        plannedFor,
        visitedAt,
        metStated && !met.roles().isEmpty() ? met.roles() : null,
        metStated && !met.segmentIds().isEmpty() ? met.segmentIds() : null,
        orNull(parts.observations().stream().map(ObservationRow::request).toList()),
        orNull(parts.findings().stream().map(FindingRow::request).toList()));
  }

  static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  GembaVisitView view(Parts parts) {
    return new GembaVisitView(
        id(),
        title,
        purpose,
        place,
        customerId,
        offeringId,
        touchpointId,
        parts.visitors(),
        status,
        status.allowed(),
        plannedFor,
        visitedAt,
        met,
        parts.observations().stream().map(ObservationRow::view).toList(),
        parts.findings().stream().map(FindingRow::view).toList(),
        createdAt(),
        updatedAt());
  }

  @Nullable UUID customerId() {
    return customerId;
  }

  GembaStatus status() {
    return status;
  }

  /// What belongs to a visit, in order.
  record Parts(List<UUID> visitors, List<ObservationRow> observations, List<FindingRow> findings) {

    static final Parts NONE = new Parts(List.of(), List.of(), List.of());
  }
}
