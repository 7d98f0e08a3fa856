package org.customerfocus.agreement.contract;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.CountedHours;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// One promise within a version of an agreement.
@Entity
@SuppressWarnings("NullAway.Init")
class Commitment extends TenantEntity {

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "version_id")
  private AgreementVersion version;

  // Read by the database, which orders by it.
  @SuppressWarnings("UnusedVariable")
  private int place;

  /// The id that this promise had in the first version that made it.
  private UUID lineageId;

  private String name;
  private UUID metricId;
  private String entityType;
  private String customerTerm;
  private @Nullable String requirement;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<UUID> requirementIds;

  private Comparator targetComparator;
  private BigDecimal targetValue;
  private @Nullable Comparator thresholdComparator;
  private @Nullable BigDecimal thresholdValue;
  private @Nullable BigDecimal percentile;
  private @Nullable BigDecimal warning;
  private @Nullable BigDecimal tolerance;

  // A window is a word of SQL.
  @Column(name = "counting_window")
  private CommitmentWindow window;

  private @Nullable UUID calendarId;
  private CountedHours countedHours;
  private CommitmentBudgeting budgeting;
  private String graceTime;
  private int minimumEvents;
  private CommitmentImportance importance;
  private @Nullable QualifyingCondition qualifyingCondition;
  private @Nullable CreditTerms credits;
  private @Nullable CommitmentSurvey survey;
  private PeriodBy periodBy;
  private ExclusionEffect exclusionEffect;
  private UnknownAs unknownAs;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<UUID> selectorCustomerIds;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<UUID> selectorOfferingIds;

  private @Nullable String selectorEntityType;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable Map<String, String> selectorDimensions;

  /// For Hibernate.
  protected Commitment() {}

  Commitment(AgreementVersion version) {
    this.version = version;
    this.lineageId = id();
  }

  /// The promise of an earlier version, in a later one.
  Commitment(AgreementVersion version, Commitment before) {
    this.version = version;
    this.lineageId = before.lineageId;
  }

  /// Words this commitment anew, at a place among those of its version.
  void describe(CommitmentRequest as, int at) {
    place = at;
    name = as.name();
    metricId = as.metricId();
    entityType = as.entityType();
    customerTerm = as.customerTerm();
    requirement = as.requirement();
    requirementIds = new ArrayList<>(as.requirementIds());
    targetComparator = as.target().comparator();
    targetValue = as.target().value();
    Threshold threshold = as.threshold();
    thresholdComparator = threshold == null ? null : threshold.comparator();
    thresholdValue = threshold == null ? null : threshold.value();
    measure(as);
    periodBy = as.periodBy();
    exclusionEffect =
        Objects.requireNonNull(as.exclusionEffect(), "completed by its metric's type");
    unknownAs = as.unknownAs();
    Selector selector = as.selector() == null ? Selector.DEFAULT : as.selector();
    selectorCustomerIds = selector.customerIds();
    selectorOfferingIds = selector.offeringIds();
    selectorEntityType = selector.entityType();
    selectorDimensions = selector.dimensions();
  }

  private void measure(CommitmentRequest as) {
    percentile = as.percentile();
    warning = as.warning();
    tolerance = as.tolerance();
    window = as.window();
    calendarId = as.calendarId();
    countedHours = as.hours();
    budgeting = as.budgeting();
    graceTime = as.graceTime();
    minimumEvents = as.minimumEvents();
    importance = as.importance();
    qualifyingCondition = as.qualifyingCondition();
    credits = as.credits();
    survey = as.survey();
  }

  CommitmentRequest describe() {
    Selector selector =
        new Selector(
            selectorCustomerIds, selectorOfferingIds, selectorEntityType, selectorDimensions);
    return new CommitmentRequest(
        id(),
        name,
        metricId,
        entityType,
        customerTerm,
        requirement,
        List.copyOf(requirementIds),
        new Target(targetComparator, targetValue),
        thresholdComparator == null || thresholdValue == null
            ? null
            : new Threshold(thresholdComparator, thresholdValue),
        percentile,
        warning,
        tolerance,
        window,
        calendarId,
        countedHours,
        selector.equals(Selector.DEFAULT) ? null : selector,
        qualifyingCondition,
        periodBy,
        exclusionEffect,
        unknownAs,
        budgeting,
        graceTime,
        minimumEvents,
        importance,
        credits,
        survey);
  }

  ExclusionEffect exclusionEffect() {
    return exclusionEffect;
  }

  AgreementVersion version() {
    return version;
  }

  UUID lineageId() {
    return lineageId;
  }
}
