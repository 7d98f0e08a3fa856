package org.customerfocus.agreement.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One wording of an agreement: editable as long as it is a draft, then immutable.
@Entity
@SuppressWarnings("NullAway.Init")
class AgreementVersion extends TenantEntity {

  // East of Greenwich the first day of year 1 begins before it, at an instant that the database
  // cannot read.
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "agreement_id")
  private Agreement agreement;

  private int number;
  private LocalDate termStart;
  private @Nullable LocalDate termEnd;
  private String timeZone;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> coveredUserIds;

  @Convert(converter = PartColumns.Services.class)
  private List<AgreedService> agreedServices = List.of();

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> requirementIds = List.of();

  @Convert(converter = PartColumns.Compensations.class)
  private List<AgreedCompensation> compensation = List.of();

  private @Nullable BigDecimal valueAmount;
  private @Nullable String valueCurrency;
  private @Nullable String noticePeriod;
  private boolean renewalAutomatic;
  private @Nullable String renewalPeriod;
  private @Nullable LocalDate effectiveOn;
  private @Nullable String reason;
  private Instant createdAt;
  private @Nullable Instant proposedAt;
  private @Nullable Instant withdrawnAt;

  /// Since when it binds both sides.
  private @Nullable Instant effectiveAt;

  private @Nullable Instant effectiveFrom;
  private @Nullable Instant effectiveTo;

  @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("place")
  private List<Commitment> commitments = new ArrayList<>();

  @OneToMany(mappedBy = "version", cascade = CascadeType.PERSIST)
  @OrderBy("recordedAt, id")
  private List<AgreementSignature> signatures = new ArrayList<>();

  /// For Hibernate.
  protected AgreementVersion() {}

  AgreementVersion(Agreement agreement, int number, Instant now) {
    this.agreement = agreement;
    this.number = number;
    this.createdAt = now;
  }

  /// Takes over the terms of a draft. Commitments that are named by id keep it, or go on from the
  /// one of an earlier version.
  ///
  /// @param as whose commitments name only ids of this version and of the one before
  /// @param before the version that this one amends
  void describe(AgreementRequest as, @Nullable AgreementVersion before) {
    termStart = as.term().start();
    termEnd = as.term().end();
    timeZone = as.timeZone();
    coveredUserIds = new ArrayList<>(as.coveredUserIds());
    agreedServices = List.copyOf(as.agreedServices());
    requirementIds = new ArrayList<>(as.requirementIds());
    compensation = List.copyOf(as.compensation());
    Money value = as.value();
    valueAmount = value == null ? null : value.value();
    valueCurrency = value == null ? null : value.currency();
    noticePeriod = as.noticePeriod();
    renewalAutomatic = as.renewal() != null && as.renewal().automatic();
    renewalPeriod = as.renewal() == null ? null : as.renewal().period();
    takeEffectOn(effectiveOn);
    word(as.commitments(), before);
  }

  private void word(List<CommitmentRequest> wordings, @Nullable AgreementVersion before) {
    Map<UUID, Commitment> own = new HashMap<>();
    commitments.forEach(each -> own.put(each.id(), each));
    Map<UUID, Commitment> earlier = new HashMap<>();
    if (before != null) {
      before.commitments.forEach(each -> earlier.put(each.id(), each));
    }
    List<Commitment> after = new ArrayList<>();
    for (CommitmentRequest wording : wordings) {
      Commitment kept = own.get(wording.id());
      Commitment origin = earlier.get(wording.id());
      Commitment commitment =
          kept != null
              ? kept
              : origin != null ? new Commitment(this, origin) : new Commitment(this);
      commitment.describe(wording, after.size());
      after.add(commitment);
    }
    commitments.clear();
    commitments.addAll(after);
  }

  /// @param on the day from which it is to hold; null for the first day of the term
  void takeEffectOn(@Nullable LocalDate on) {
    effectiveOn = on;
    LocalDate day = on == null ? termStart : on;
    Instant start = day.atStartOfDay(zone()).toInstant();
    effectiveFrom = start.isBefore(EARLIEST) ? EARLIEST : start;
  }

  void takeEffectOn(LocalDate on, AgreementRequest as) {
    timeZone = as.timeZone();
    takeEffectOn(on);
  }

  void explain(@Nullable String why) {
    reason = why;
  }

  void propose(Instant now) {
    proposedAt = now;
  }

  /// Back to a draft, as long as nobody has signed it.
  void reopen() {
    proposedAt = null;
  }

  void sign(AgreementSignature signature) {
    signatures.add(signature);
  }

  boolean isSignedBy(AgreementSide side) {
    return signatures.stream().anyMatch(signature -> signature.side() == side);
  }

  /// Whether both sides have signed it.
  boolean isSigned() {
    return isSignedBy(AgreementSide.PROVIDER) && isSignedBy(AgreementSide.CUSTOMER);
  }

  List<AgreementSignature> signatures() {
    return signatures;
  }

  void withdraw(Instant now) {
    withdrawnAt = now;
  }

  void bind(Instant now) {
    proposedAt = proposedAt == null ? now : proposedAt;
    effectiveAt = now;
  }

  /// Another version holds from then on.
  void supersede(Instant from) {
    effectiveTo = from;
  }

  AgreementVersionStatus status() {
    if (withdrawnAt != null) {
      return AgreementVersionStatus.WITHDRAWN;
    }
    if (effectiveAt != null) {
      return AgreementVersionStatus.AGREED;
    }
    return proposedAt == null ? AgreementVersionStatus.DRAFT : AgreementVersionStatus.PROPOSED;
  }

  /// Whether it is still to be agreed on.
  boolean isOpen() {
    return effectiveAt == null && withdrawnAt == null;
  }

  boolean isAgreed() {
    return effectiveAt != null;
  }

  /// Whether its wording is the one that holds at an instant.
  boolean holdsAt(Instant at) {
    return isAgreed()
        && !effectiveFrom().isAfter(at)
        && (effectiveTo == null || effectiveTo.isAfter(at));
  }

  Agreement agreement() {
    return agreement;
  }

  int number() {
    return number;
  }

  Term term() {
    return new Term(termStart, termEnd);
  }

  String timeZone() {
    return timeZone;
  }

  ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  List<UUID> coveredUserIds() {
    return List.copyOf(coveredUserIds);
  }

  List<AgreedService> agreedServices() {
    return agreedServices;
  }

  List<UUID> requirementIds() {
    return List.copyOf(requirementIds);
  }

  List<AgreedCompensation> compensation() {
    return compensation;
  }

  @Nullable Money value() {
    return valueAmount == null || valueCurrency == null
        ? null
        : Money.of(valueAmount, valueCurrency);
  }

  @Nullable String noticePeriod() {
    return noticePeriod;
  }

  @Nullable Renewal renewal() {
    return renewalPeriod == null ? null : new Renewal(renewalAutomatic, renewalPeriod);
  }

  @Nullable LocalDate effectiveOn() {
    return effectiveOn;
  }

  @Nullable String reason() {
    return reason;
  }

  Instant createdAt() {
    return createdAt;
  }

  @Nullable Instant proposedAt() {
    return proposedAt;
  }

  @Nullable Instant withdrawnAt() {
    return withdrawnAt;
  }

  @Nullable Instant effectiveAt() {
    return effectiveAt;
  }

  Instant effectiveFrom() {
    if (effectiveFrom == null) {
      takeEffectOn(effectiveOn);
    }
    return Objects.requireNonNull(effectiveFrom);
  }

  @Nullable Instant effectiveTo() {
    return effectiveTo;
  }

  List<Commitment> commitments() {
    return commitments;
  }
}
