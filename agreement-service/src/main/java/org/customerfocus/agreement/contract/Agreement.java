package org.customerfocus.agreement.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// What a provider promises a customer: who with whom, whether it is in force, and its versions.
@Entity
@SuppressWarnings("NullAway.Init")
class Agreement extends VersionedEntity {

  private String name;
  private UUID providerPartyId;
  private UUID customerId;
  private @Nullable UUID customerPartyId;
  private AgreementStatus status = AgreementStatus.DRAFT;
  private @Nullable Instant activatedAt;
  private @Nullable Instant terminatedAt;

  @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("number")
  private List<AgreementVersion> versions = new ArrayList<>();

  /// For Hibernate.
  protected Agreement() {}

  Agreement(AgreementRequest as, Instant now) {
    super(now);
    versions.add(new AgreementVersion(this, 1));
    describe(as);
  }

  /// Changes the terms of a draft.
  ///
  /// @throws ProblemException 409 once the agreement is or was in force
  void change(AgreementRequest as, Instant now) {
    if (status != AgreementStatus.DRAFT) {
      throw new ProblemException(
          ContractProblems.BINDING,
          "Version %d of this agreement is in force, so its terms stay as they are. Only its status"
                  .formatted(current().number())
              + " can change.");
    }
    describe(as);
    touch(now);
  }

  private void describe(AgreementRequest as) {
    name = as.name();
    providerPartyId = as.providerPartyId();
    customerId = as.customerId();
    customerPartyId = as.customerPartyId();
    current().describe(as);
  }

  /// Puts the agreement in force, or ends it.
  ///
  /// @throws ProblemException 409 where its status does not allow it, or it is not complete
  void move(AgreementStatus to, Instant now) {
    if (!status.next().contains(to)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "This agreement is %s; it may become: %s."
              .formatted(
                  status.wire(),
                  status.next().isEmpty() ? "nothing else" : status.next().getFirst().wire()));
    }
    if (to == AgreementStatus.ACTIVE) {
      requireComplete();
      activatedAt = now;
      current().takeEffect(now);
    } else {
      terminatedAt = now;
    }
    status = to;
    touch(now);
  }

  private void requireComplete() {
    List<FieldError> missing = new ArrayList<>();
    List<Commitment> commitments = current().commitments();
    if (commitments.isEmpty()) {
      missing.add(FieldError.at("/commitments", "needs at least one commitment"));
    }
    for (int i = 0; i < commitments.size(); i++) {
      if (!commitments.get(i).namesRequirement()) {
        missing.add(
            FieldError.at(
                "/commitments/%d/requirement".formatted(i),
                "needs the customer's requirement that it answers, in words or by requirementIds"));
      }
    }
    if (!missing.isEmpty()) {
      throw new ProblemException(
          ContractProblems.INCOMPLETE, "Add what is listed in errors, then activate.", missing);
    }
  }

  AgreementRequest describe() {
    AgreementVersion version = current();
    return new AgreementRequest(
        name,
        providerPartyId,
        customerId,
        customerPartyId,
        version.coveredUserIds(),
        version.term(),
        version.timeZone(),
        status,
        version.commitments().stream().map(Commitment::describe).toList());
  }

  AgreementVersion current() {
    return versions.getLast();
  }

  String name() {
    return name;
  }

  UUID providerPartyId() {
    return providerPartyId;
  }

  UUID customerId() {
    return customerId;
  }

  @Nullable UUID customerPartyId() {
    return customerPartyId;
  }

  AgreementStatus status() {
    return status;
  }

  @Nullable Instant activatedAt() {
    return activatedAt;
  }

  @Nullable Instant terminatedAt() {
    return terminatedAt;
  }
}
