package org.customerfocus.survey.complaint;

import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.servicetime.Pause;
import org.customerfocus.conventions.servicetime.ServiceCalendar;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.accesschannel.Standards;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/// Something that has to be seen to, with the rules of its life.
@Entity
class SurveyCase extends VersionedEntity {

  private String trackingNumber = "";

  @SuppressWarnings("UnusedVariable") // found by
  private String secretHash = "";

  private String subject;
  private CaseStatus status;
  private String channel;
  private @Nullable UUID accessChannelId;
  private @Nullable UUID feedbackId;
  private @Nullable UUID responseId;
  private @Nullable UUID ruleId;
  private @Nullable UUID customerId;
  private @Nullable UUID partyId;
  private @Nullable UUID offeringId;
  private @Nullable UUID touchpointId;
  private @Nullable UUID requirementId;
  private @Nullable UUID ownerPartyId;
  private @Nullable String reporterName;
  private @Nullable String reporterEmail;
  private @Nullable String reporterPhone;
  private @Nullable CaseWeight severity;
  private @Nullable CaseWeight impact;
  private @Nullable String rootCause;
  private @Nullable String requestedRemedy;
  private @Nullable String givenRemedy;
  private @Nullable String decision;
  private @Nullable String externalBody;
  private @Nullable String externalReference;
  private @Nullable Instant externalAt;
  private Instant receivedAt;
  private @Nullable Instant acknowledgedAt;
  private @Nullable Instant assessedAt;
  private @Nullable Instant investigatedAt;
  private @Nullable Instant respondedAt;
  private @Nullable Instant decidedAt;
  private @Nullable Instant closedAt;
  private @Nullable Instant reopenedAt;
  private @Nullable Instant pausedAt;
  private @Nullable Instant escalatedAt;
  private int escalations;

  @Convert(converter = CasePausesColumn.class)
  private List<Pause> pauses = List.of();

  @Embedded
  @EmbeddedColumnNaming("acknowledge_%s")
  private @Nullable Promise acknowledgement;

  @Embedded
  @EmbeddedColumnNaming("respond_%s")
  private @Nullable Promise response;

  @Embedded
  @EmbeddedColumnNaming("resolve_%s")
  private @Nullable Promise resolution;

  @SuppressWarnings("NullAway.Init")
  protected SurveyCase() {}

  /// @param standards what was promised where it came from; null where nothing was
  SurveyCase(CaseOpening opening, @Nullable Standards standards, Instant now) {
    super(now);
    subject = opening.subject();
    status = CaseStatus.RECEIVED;
    channel = opening.channel();
    accessChannelId = standards == null ? null : standards.channelId();
    receivedAt = opening.receivedAt();
    feedbackId = opening.feedbackId();
    responseId = opening.responseId();
    ruleId = opening.ruleId();
    take(opening.reporter());
    offeringId = opening.offeringId();
    touchpointId = opening.touchpointId();
    requirementId = opening.requirementId();
    ownerPartyId = opening.ownerPartyId();
    severity = opening.severity();
    ServiceCalendar calendar = calendar(standards);
    if (standards != null) {
      acknowledgement = new Promise(standards.acknowledgeWithin());
      response = new Promise(standards.respondWithin());
      resolution = new Promise(standards.resolveWithin());
    }
    if (opening.history() != null) {
      recall(opening.history(), calendar);
    }
    countAnew(calendar);
  }

  private static ServiceCalendar calendar(@Nullable Standards standards) {
    return standards == null ? ServiceCalendar.always() : standards.calendar();
  }

  void name(String number, String digest) {
    trackingNumber = number;
    secretHash = digest;
  }

  /// A stage that it went through elsewhere at an unknown time is not held against anybody; nor is
  /// the resolution of what was opened again nobody knows when.
  private void recall(CaseOpening.History history, ServiceCalendar calendar) {
    status = Objects.requireNonNullElse(history.status(), CaseStatus.RECEIVED);
    requestedRemedy = history.requestedRemedy();
    givenRemedy = history.givenRemedy();
    acknowledgedAt = history.acknowledgedAt();
    respondedAt = history.respondedAt();
    closedAt = history.closedAt();
    if (acknowledgedAt != null) {
      promise(acknowledgement).happen(calendar, receivedAt, acknowledgedAt, pauses);
    } else if (status.isPast(CaseStatus.ACKNOWLEDGED)) {
      promise(acknowledgement).forget();
    }
    if (history.respondedInTime() != null) {
      response().tell(history.respondedInTime());
    } else if (respondedAt != null) {
      promise(response).happen(calendar, receivedAt, respondedAt, pauses);
    } else if (status.isPast(CaseStatus.RESPONDED)) {
      promise(response).forget();
    }
    if (closedAt != null) {
      promise(resolution).happen(calendar, receivedAt, closedAt, pauses);
    } else if (status == CaseStatus.REOPENED) {
      promise(resolution).forget();
    }
  }

  private Promise response() {
    Promise there = promise(response);
    response = there;
    return there;
  }

  /// What is null in all columns is read as none at all.
  private static Promise promise(@Nullable Promise promise) {
    return promise == null ? new Promise(null) : promise;
  }

  /// Takes over what the request says.
  ///
  /// @return whether anything differs
  /// @throws ProblemException 422 for what is missing, 409 for a status that it cannot have
  boolean change(CaseRequest request, @Nullable Standards standards, Instant now) {
    CaseRequest before = asRequest();
    if (request.equals(before)) {
      return false;
    }
    check(request, before);
    subject = Objects.requireNonNull(request.subject());
    feedbackId = request.feedbackId();
    responseId = request.responseId();
    take(request.reporterOrNobody());
    offeringId = request.offeringId();
    touchpointId = request.touchpointId();
    requirementId = request.requirementId();
    ownerPartyId = request.ownerPartyId();
    severity = request.severity();
    impact = request.impact();
    rootCause = request.rootCause();
    requestedRemedy = request.requestedRemedy();
    givenRemedy = request.givenRemedy();
    decision = request.decision();
    ExternalEscalation outside = request.externalEscalation();
    externalBody = outside == null ? null : outside.body();
    externalReference = outside == null ? null : outside.reference();
    externalAt =
        outside == null
            ? null
            : Objects.requireNonNullElse(outside.at(), now).truncatedTo(ChronoUnit.MICROS);
    ServiceCalendar calendar = calendar(standards);
    CaseStatus wanted = Objects.requireNonNullElse(request.status(), status);
    if (wanted != status) {
      moveTo(wanted, calendar, now);
    }
    pause(request.isPaused() && status != CaseStatus.CLOSED, now);
    countAnew(calendar);
    touch(now);
    return true;
  }

  private void check(CaseRequest request, CaseRequest before) {
    List<FieldError> faults = new ArrayList<>();
    if (request.subject() == null) {
      faults.add(FieldError.at("/subject", "is required"));
    }
    if (request.feedback() != null) {
      faults.add(FieldError.at("/feedback", "opens a case only: change the feedback itself"));
    }
    if (!Objects.equals(request.channel(), before.channel())) {
      faults.add(FieldError.at("/channel", "stays: the standards of the channel hold"));
    }
    CaseStatus wanted = Objects.requireNonNullElse(request.status(), status);
    if (wanted == CaseStatus.ASSESSED && request.severity() == null) {
      faults.add(FieldError.at("/severity", "is needed for a case that is assessed"));
    }
    if (wanted == CaseStatus.ASSESSED && request.impact() == null) {
      faults.add(FieldError.at("/impact", "is needed for a case that is assessed"));
    }
    if (wanted == CaseStatus.DECISION_COMMUNICATED && request.decision() == null) {
      faults.add(FieldError.at("/decision", "is needed before it is communicated"));
    }
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    if (wanted != status && !status.next().contains(wanted)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "A case that is %s cannot become %s; allowedStatuses lists what it can become."
              .formatted(status.wire(), wanted.wire()));
    }
  }

  private void take(CaseReporter reporter) {
    customerId = reporter.customerId();
    partyId = reporter.partyId();
    reporterName = reporter.name();
    reporterEmail = reporter.email();
    reporterPhone = reporter.phone();
  }

  void moveTo(CaseStatus wanted, ServiceCalendar calendar, Instant now) {
    List<Pause> all = allPauses();
    switch (wanted) {
      case RECEIVED -> {}
      case ACKNOWLEDGED -> {
        acknowledgedAt = now;
        promise(acknowledgement).happen(calendar, receivedAt, now, all);
      }
      case ASSESSED -> assessedAt = now;
      case INVESTIGATED -> investigatedAt = now;
      case RESPONDED -> {
        respondedAt = now;
        promise(response).happen(calendar, receivedAt, now, all);
      }
      case DECISION_COMMUNICATED -> decidedAt = now;
      case CLOSED -> {
        closedAt = now;
        promise(resolution).happen(calendar, resolvingSince(), now, all);
        pause(false, now);
      }
      case REOPENED -> {
        reopenedAt = now;
        closedAt = null;
        promise(resolution).reopen();
      }
    }
    status = wanted;
  }

  /// What is opened again is to be closed within as long as before.
  private Instant resolvingSince() {
    return reopenedAt == null ? receivedAt : reopenedAt;
  }

  private void pause(boolean wanted, Instant now) {
    if (wanted && pausedAt == null) {
      pausedAt = now;
    } else if (!wanted && pausedAt != null) {
      List<Pause> more = new ArrayList<>(pauses);
      more.add(new Pause(pausedAt, now));
      pauses = List.copyOf(more);
      pausedAt = null;
    }
  }

  private List<Pause> allPauses() {
    List<Pause> all = new ArrayList<>(pauses);
    if (pausedAt != null) {
      all.add(new Pause(pausedAt, null));
    }
    return all;
  }

  private void countAnew(ServiceCalendar calendar) {
    List<Pause> all = allPauses();
    promise(acknowledgement).count(calendar, receivedAt, all);
    promise(response).count(calendar, receivedAt, all);
    promise(resolution).count(calendar, resolvingSince(), all);
  }

  /// What is promised and has not happened.
  private List<Instant> dues() {
    List<Instant> dues = new ArrayList<>();
    if (status == CaseStatus.CLOSED) {
      return dues;
    }
    addOpen(dues, acknowledgement, acknowledgedAt);
    addOpen(dues, response, respondedAt);
    addOpen(dues, resolution, closedAt);
    return dues;
  }

  private static void addOpen(
      List<Instant> dues, @Nullable Promise promise, @Nullable Instant happened) {
    if (promise != null
        && promise.dueAt() != null
        && promise.inTime() == null
        && happened == null) {
      dues.add(promise.dueAt());
    }
  }

  /// When the next promise is overdue that nobody was told of; null where there is none.
  @Nullable Instant nextDue() {
    return dues().stream()
        .filter(due -> escalatedAt == null || due.isAfter(escalatedAt))
        .min(Instant::compareTo)
        .orElse(null);
  }

  /// Marks what is overdue by now.
  ///
  /// @return whether anything is that was not before
  boolean escalate(Instant now) {
    Instant due = nextDue();
    if (due == null || due.isAfter(now)) {
      return false;
    }
    escalatedAt = now;
    escalations++;
    touch(now);
    return true;
  }

  /// Something was added to it.
  void noted(Instant now) {
    touch(now);
  }

  CaseRequest asRequest() {
    CaseReporter reporter =
        new CaseReporter(customerId, partyId, reporterName, reporterEmail, reporterPhone);
    return new CaseRequest(
        null,
        feedbackId,
        responseId,
        subject,
        channel,
        status,
        reporter.equals(CaseReporter.NOBODY) ? null : reporter,
        offeringId,
        touchpointId,
        requirementId,
        ownerPartyId,
        severity,
        impact,
        rootCause,
        requestedRemedy,
        givenRemedy,
        decision,
        externalBody == null
            ? null
            : new ExternalEscalation(externalBody, externalReference, externalAt),
        pausedAt != null);
  }

  CaseTimes times() {
    return new CaseTimes(
        receivedAt,
        acknowledgedAt,
        assessedAt,
        investigatedAt,
        respondedAt,
        decidedAt,
        closedAt,
        reopenedAt,
        escalatedAt,
        timing(acknowledgement),
        timing(response),
        timing(resolution));
  }

  private static CaseTimes.@Nullable CaseTiming timing(@Nullable Promise promise) {
    return promise == null || (promise.dueAt() == null && promise.inTime() == null)
        ? null
        : new CaseTimes.CaseTiming(promise.dueAt(), promise.inTime());
  }

  String trackingNumber() {
    return trackingNumber;
  }

  CaseStatus status() {
    return status;
  }

  @Nullable UUID accessChannelId() {
    return accessChannelId;
  }

  @Nullable UUID ruleId() {
    return ruleId;
  }

  int escalations() {
    return escalations;
  }

  String channel() {
    return channel;
  }
}
