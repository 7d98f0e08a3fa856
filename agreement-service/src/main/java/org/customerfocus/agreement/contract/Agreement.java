package org.customerfocus.agreement.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
  private int currentNumber = 1;
  private @Nullable LocalDate noticeGivenOn;
  private @Nullable AgreementSide noticeGivenBy;
  private @Nullable UUID renewalOfId;
  private @Nullable Instant activatedAt;
  private @Nullable Instant terminatedAt;

  @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("number")
  private List<AgreementVersion> versions = new ArrayList<>();

  @OneToMany(mappedBy = "agreement", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("since, id")
  private List<AgreementPhase> phases = new ArrayList<>();

  /// For Hibernate.
  protected Agreement() {}

  Agreement(AgreementRequest as, Instant now) {
    super(now);
    versions.add(new AgreementVersion(this, 1, now));
    phases.add(new AgreementPhase(this, status, now));
    describe(as);
  }

  /// Changes the terms of a draft.
  ///
  /// @throws ProblemException 409 once the agreement is proposed
  void change(AgreementRequest as, Instant now) {
    if (status != AgreementStatus.DRAFT) {
      throw new ProblemException(
          ContractProblems.BINDING,
          status.isOpen()
              ? "This agreement is proposed, so its terms stay as they are. Make it a draft again"
                  + " first, which is possible as long as nobody has signed it."
              : "Version %d of this agreement is in force, so its terms stay as they are. Amend it"
                      .formatted(current().number())
                  + " with another version.");
    }
    describe(as);
    touch(now);
  }

  private void describe(AgreementRequest as) {
    name = as.name();
    providerPartyId = as.providerPartyId();
    customerId = as.customerId();
    customerPartyId = as.customerPartyId();
    renewalOfId = as.renewalOfId();
    current().describe(as, null);
  }

  /// What a client asks for.
  ///
  /// @throws ProblemException 409 where its status does not allow it
  void move(AgreementStatus to, Instant now) {
    if (!status.next().contains(to)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "This agreement is %s; it may become: %s."
              .formatted(
                  status.wire(),
                  status.next().isEmpty()
                      ? "nothing else"
                      : String.join(
                          " or ", status.next().stream().map(AgreementStatus::wire).toList())));
    }
    switch (to) {
      case PROPOSED -> current().propose(now);
      case DRAFT -> {
        requireUnsigned(current());
        current().reopen();
      }
      case TERMINATED -> terminatedAt = now;
      case ACTIVE, SUSPENDED, EXPIRED, RENEWED -> {
        // The status says it all.
      }
    }
    become(to, now);
    touch(now);
  }

  private void become(AgreementStatus to, Instant at) {
    status = to;
    Instant last = phases.getLast().since();
    phases.add(new AgreementPhase(this, to, at.isAfter(last) ? at : last.plusNanos(1_000)));
  }

  private static void requireUnsigned(AgreementVersion version) {
    if (!version.signatures().isEmpty()) {
      throw new ProblemException(
          ContractProblems.BINDING,
          "Version %d is signed by one side already, so it is no draft again: withdraw an amendment,"
                  .formatted(version.number())
              + " terminate an agreement.");
    }
  }

  // --- amendments

  /// Begins another wording, which goes on from the last one that was agreed.
  ///
  /// @throws ProblemException 409 where nothing is in force, or one is being worked on already
  AgreementVersion amend(AgreementRequest as, LocalDate on, @Nullable String reason, Instant now) {
    if (!status.isInForce()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "This agreement is %s: only one that is in force is amended.".formatted(status.wire()));
    }
    openVersion()
        .ifPresent(
            open -> {
              throw new ProblemException(
                  ContractProblems.AMENDMENT_OPEN,
                  "Version %d (%s) is not agreed on yet. Have it signed, or take it back first."
                      .formatted(open.number(), open.id()));
            });
    AgreementVersion version = new AgreementVersion(this, versions.getLast().number() + 1, now);
    version.takeEffectOn(on, as);
    version.explain(reason);
    version.describe(as, lastAgreed());
    versions.add(version);
    touch(now);
    return version;
  }

  /// Changes the wording of an amendment that is a draft.
  void reword(
      AgreementVersion version,
      AgreementRequest as,
      LocalDate on,
      @Nullable String reason,
      Instant now) {
    version.takeEffectOn(on, as);
    version.explain(reason);
    version.describe(as, lastAgreed());
    touch(now);
  }

  /// What a client asks for of an amendment.
  ///
  /// @throws ProblemException 409 where its status does not allow it
  void move(AgreementVersion amendment, AgreementVersionStatus to, Instant now) {
    AgreementVersionStatus from = amendment.status();
    if (from == AgreementVersionStatus.DRAFT && to == AgreementVersionStatus.PROPOSED) {
      amendment.propose(now);
    } else if (from == AgreementVersionStatus.PROPOSED && to == AgreementVersionStatus.DRAFT) {
      requireUnsigned(amendment);
      amendment.reopen();
    } else if (amendment.isOpen() && to == AgreementVersionStatus.WITHDRAWN) {
      amendment.withdraw(now);
    } else {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "This version is %s and cannot become %s.".formatted(from.wire(), to.wire()));
    }
    touch(now);
  }

  /// One side has signed.
  void signed(Instant now) {
    touch(now);
  }

  void removeDraft(AgreementVersion amendment, Instant now) {
    versions.remove(amendment);
    touch(now);
  }

  /// Both sides have signed a version: it binds them, and takes the place of the one before from
  /// its day on.
  void agree(AgreementVersion version, Instant now) {
    lastAgreedIfAny().ifPresent(before -> before.supersede(version.effectiveFrom()));
    version.bind(now);
    touch(now);
  }

  // --- what time brings

  /// Does what was due until now, in the order in which it was due.
  ///
  /// @param renewed whether another agreement goes on from this one
  /// @return what became of it, as events tell it
  List<String> settle(boolean renewed, Instant now) {
    List<String> done = new ArrayList<>();
    if (status == AgreementStatus.PROPOSED
        && current().isAgreed()
        && !current().effectiveFrom().isAfter(now)) {
      activatedAt = now;
      become(AgreementStatus.ACTIVE, now);
      done.add("activated");
    }
    if (!status.isInForce()) {
      return told(done, now);
    }
    AgreementVersion holding = holding(now);
    if (holding.number() != currentNumber) {
      currentNumber = holding.number();
      done.add("amended");
    }
    Instant end = endsAt();
    if (end != null && !end.isAfter(now)) {
      done.add(end(renewed, end));
    }
    return told(done, now);
  }

  private List<String> told(List<String> done, Instant now) {
    if (!done.isEmpty()) {
      touch(now);
    }
    return done;
  }

  private String end(boolean renewed, Instant at) {
    if (!Objects.equals(endsOn(), current().term().end())) {
      terminatedAt = at;
      become(AgreementStatus.TERMINATED, at);
      return "terminated";
    }
    become(renewed ? AgreementStatus.RENEWED : AgreementStatus.EXPIRED, at);
    return renewed ? "renewed" : "expired";
  }

  /// Another agreement goes on from here after all.
  void renewedLater(Instant now) {
    if (status == AgreementStatus.EXPIRED) {
      become(AgreementStatus.RENEWED, now);
      touch(now);
    }
  }

  /// When there is something to [#settle] next; null for never.
  @Nullable Instant nextDue() {
    if (status == AgreementStatus.PROPOSED) {
      return current().isAgreed() ? current().effectiveFrom() : null;
    }
    if (!status.isInForce()) {
      return null;
    }
    return Stream.concat(
            Stream.ofNullable(endsAt()),
            versions.stream()
                .filter(each -> each.isAgreed() && each.number() > currentNumber)
                .map(AgreementVersion::effectiveFrom))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /// One side will not go on, or takes that back; null takes it back.
  ///
  /// @throws ProblemException 409 where nothing is in force, or no period of notice was agreed; 422
  ///   where the day of the notice makes no sense
  void giveNotice(@Nullable NoticeGiven notice, Instant now) {
    if (!status.isInForce()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "This agreement is %s: notice is given of one that is in force."
              .formatted(status.wire()));
    }
    if (notice != null && current().noticePeriod() == null) {
      throw new ProblemException(
          Problems.CONFLICT,
          "No period of notice was agreed. End the agreement with status terminated, or agree on a"
              + " period by an amendment.");
    }
    if (notice != null) {
      notice.requireWithin(current().term(), now.atZone(current().zone()).toLocalDate());
    }
    noticeGivenOn = notice == null ? null : notice.on();
    noticeGivenBy = notice == null ? null : notice.by();
    touch(now);
  }

  /// The first day on which it holds no more: its term is over, or its period of notice.
  @Nullable LocalDate endsOn() {
    LocalDate end = current().term().end();
    String period = current().noticePeriod();
    if (noticeGivenOn == null || period == null) {
      return end;
    }
    LocalDate notice = Periods.after(noticeGivenOn, period, 1);
    return end == null || notice.isBefore(end) ? notice : end;
  }

  private @Nullable Instant endsAt() {
    LocalDate end = endsOn();
    return end == null ? null : end.atStartOfDay(current().zone()).toInstant();
  }

  /// Whether it is renewed by itself when its term is over.
  boolean renewsItself() {
    Renewal renewal = current().renewal();
    return renewal != null && renewal.automatic() && noticeGivenOn == null;
  }

  /// Comes into force without a signature of its own, since another agreement says so.
  void goOn(Instant now) {
    AgreementVersion first = current();
    first.bind(now);
    activatedAt = now;
    become(AgreementStatus.ACTIVE, now);
  }

  // --- what is and was

  /// The terms of the version that holds, as whoever changes them would send them.
  AgreementRequest describe() {
    return describe(current());
  }

  AgreementRequest describe(AgreementVersion version) {
    return new AgreementRequest(
        name,
        providerPartyId,
        customerId,
        customerPartyId,
        version.coveredUserIds(),
        version.term(),
        version.timeZone(),
        status,
        version.commitments().stream().map(Commitment::describe).toList(),
        version.agreedServices(),
        version.requirementIds(),
        version.compensation(),
        version.value(),
        version.noticePeriod(),
        version.renewal(),
        noticeGiven(),
        renewalOfId);
  }

  /// The version that holds now, or held last; of what was never agreed the one that is proposed.
  AgreementVersion current() {
    return versions.stream()
        .filter(version -> version.number() == currentNumber)
        .findFirst()
        .orElseThrow();
  }

  /// Another version than the current one that is worked on, or agreed and to take effect.
  Optional<AgreementVersion> amendment() {
    return versions.stream()
        .filter(version -> version.number() > currentNumber)
        .filter(version -> version.isOpen() || version.isAgreed())
        .reduce((earlier, later) -> later.isOpen() ? later : earlier);
  }

  Optional<AgreementVersion> openVersion() {
    return versions.stream().filter(AgreementVersion::isOpen).findFirst();
  }

  private Optional<AgreementVersion> lastAgreedIfAny() {
    return versions.stream().filter(AgreementVersion::isAgreed).reduce((a, b) -> b);
  }

  /// @throws java.util.NoSuchElementException where nothing was agreed
  AgreementVersion lastAgreed() {
    return lastAgreedIfAny().orElseThrow();
  }

  /// The wording that held at an instant, by what is known now.
  Optional<AgreementVersion> versionAt(Instant at) {
    return versions.stream().filter(version -> version.holdsAt(at)).findFirst();
  }

  private AgreementVersion holding(Instant now) {
    return versionAt(now).orElseGet(this::current);
  }

  /// The status at an instant. What was signed later and held before was in force.
  AgreementStatus statusAt(Instant at) {
    AgreementStatus then =
        phases.stream()
            .filter(phase -> !phase.since().isAfter(at))
            .reduce((a, b) -> b)
            .map(AgreementPhase::status)
            .orElse(AgreementStatus.DRAFT);
    return then.isOpen() && versionAt(at).isPresent() ? AgreementStatus.ACTIVE : then;
  }

  List<AgreementVersion> versions() {
    return versions;
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

  @Nullable NoticeGiven noticeGiven() {
    return noticeGivenOn == null || noticeGivenBy == null
        ? null
        : new NoticeGiven(noticeGivenOn, noticeGivenBy);
  }

  @Nullable UUID renewalOfId() {
    return renewalOfId;
  }

  @Nullable Instant activatedAt() {
    return activatedAt;
  }

  @Nullable Instant terminatedAt() {
    return terminatedAt;
  }
}
