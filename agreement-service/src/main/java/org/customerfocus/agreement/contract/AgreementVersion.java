package org.customerfocus.agreement.contract;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One wording of an agreement: editable as long as it is a draft, then immutable.
@Entity
@SuppressWarnings("NullAway.Init")
class AgreementVersion extends TenantEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "agreement_id")
  private Agreement agreement;

  private int number;
  private LocalDate termStart;
  private @Nullable LocalDate termEnd;
  private String timeZone;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> coveredUserIds;

  private @Nullable Instant effectiveAt;

  @OneToMany(mappedBy = "version", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("place")
  private List<Commitment> commitments = new ArrayList<>();

  /// For Hibernate.
  protected AgreementVersion() {}

  AgreementVersion(Agreement agreement, int number) {
    this.agreement = agreement;
    this.number = number;
  }

  /// Takes over the terms of a draft. Commitments that are named by id keep it.
  ///
  /// @param as whose commitments name only ids of this version
  void describe(AgreementRequest as) {
    termStart = as.term().start();
    termEnd = as.term().end();
    timeZone = as.timeZone();
    coveredUserIds = new ArrayList<>(as.coveredUserIds());
    Map<UUID, Commitment> before =
        commitments.stream().collect(Collectors.toMap(Commitment::id, Function.identity()));
    List<Commitment> after = new ArrayList<>();
    for (CommitmentRequest wording : as.commitments()) {
      Commitment kept = wording.id() == null ? null : before.get(wording.id());
      Commitment commitment = kept == null ? new Commitment(this) : kept;
      commitment.describe(wording, after.size());
      after.add(commitment);
    }
    commitments.clear();
    commitments.addAll(after);
  }

  void takeEffect(Instant at) {
    effectiveAt = at;
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

  List<UUID> coveredUserIds() {
    return List.copyOf(coveredUserIds);
  }

  @Nullable Instant effectiveAt() {
    return effectiveAt;
  }

  List<Commitment> commitments() {
    return commitments;
  }
}
