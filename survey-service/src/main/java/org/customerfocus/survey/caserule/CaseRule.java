package org.customerfocus.survey.caserule;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.complaint.CaseWeight;
import org.jspecify.annotations.Nullable;

/// A rule by which cases are opened.
@Entity
class CaseRule extends VersionedEntity {

  private String name;
  private RuleSource source;
  private boolean active;
  private @Nullable UUID surveyId;
  private String condition;
  private @Nullable CaseWeight severity;
  private @Nullable UUID ownerPartyId;
  private @Nullable String channel;

  @SuppressWarnings("NullAway.Init")
  protected CaseRule() {}

  CaseRule(CaseRuleRequest request, Instant now) {
    super(now);
    source = request.source();
    surveyId = request.surveyId();
    take(request);
  }

  /// @return whether anything differs
  boolean change(CaseRuleRequest request, Instant now) {
    if (request.source() != source) {
      throw ProblemException.invalid("/source", "stays: make another rule");
    }
    if (!Objects.equals(request.surveyId(), surveyId)) {
      throw ProblemException.invalid("/surveyId", "stays: make another rule");
    }
    CaseRuleRequest before = asRequest();
    take(request);
    if (before.equals(asRequest())) {
      return false;
    }
    touch(now);
    return true;
  }

  private void take(CaseRuleRequest request) {
    name = request.name();
    active = request.isActive();
    condition = request.condition();
    severity = request.severity();
    ownerPartyId = request.ownerPartyId();
    channel = request.channel();
  }

  CaseRuleRequest asRequest() {
    return new CaseRuleRequest(
        name, source, surveyId, condition, active, severity, ownerPartyId, channel);
  }

  CaseRuleView view() {
    return new CaseRuleView(
        id(),
        name,
        source,
        surveyId,
        condition,
        active,
        severity,
        ownerPartyId,
        channel,
        createdAt(),
        updatedAt());
  }

  RuleSource source() {
    return source;
  }

  @Nullable UUID surveyId() {
    return surveyId;
  }

  String name() {
    return name;
  }

  String condition() {
    return condition;
  }

  @Nullable CaseWeight severity() {
    return severity;
  }

  @Nullable UUID ownerPartyId() {
    return ownerPartyId;
  }

  @Nullable String channel() {
    return channel;
  }
}
