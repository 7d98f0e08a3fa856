package org.customerfocus.survey.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.accesschannel.AccessChannels;
import org.customerfocus.survey.accesschannel.Standards;
import org.customerfocus.survey.complaint.CaseRepository.Said;
import org.customerfocus.survey.feedback.FeedbackRecording;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.customerfocus.survey.feedback.Heard;
import org.jspecify.annotations.Nullable;

/// What a client does with cases, within the transaction of who calls it.
@ApplicationScoped
class CaseService {

  private static final String BY_SURVEY = "survey";

  private final CaseRepository repository;
  private final Cases cases;
  private final FeedbackRecording feedback;
  private final AccessChannels channels;
  private final Event<CaseClosed> closed;
  private final InstantSource clock;

  CaseService(
      CaseRepository repository,
      Cases cases,
      FeedbackRecording feedback,
      AccessChannels channels,
      Event<CaseClosed> closed,
      InstantSource clock) {
    this.closed = closed;
    this.repository = repository;
    this.cases = cases;
    this.feedback = feedback;
    this.channels = channels;
    this.clock = clock;
  }

  /// Opens a case, and records what was said where that is told with it.
  SurveyCase open(CaseRequest request) {
    Heard heard = heard(request);
    SurveyCase made = cases.make(List.of(opening(request, heard))).getFirst();
    made.change(request.opened(made.asRequest()), standards(made), clock.instant());
    repository.flush();
    cases.watch(made);
    cases.tellOpened(made);
    return made;
  }

  private @Nullable Heard heard(CaseRequest request) {
    if (request.feedback() == null) {
      return request.feedbackId() == null ? null : named(request.feedbackId());
    }
    if (request.feedbackId() != null) {
      throw ProblemException.invalid(
          "/feedbackId", "names feedback that is there: give feedback or feedbackId");
    }
    CaseReporter reporter = request.reporterOrNobody();
    FeedbackRequest said = request.feedback().saidBy(reporter.customerId(), reporter.partyId());
    return feedback.recordQuietly(said, "/feedback");
  }

  private Heard named(UUID id) {
    try {
      return feedback.get(id);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/feedbackId", e.detail());
    }
  }

  private CaseOpening opening(CaseRequest request, @Nullable Heard heard) {
    FeedbackRequest said = heard == null ? null : heard.said();
    String subject = request.subject();
    if (subject == null && said != null) {
      subject =
          said.subject() == null
              ? CaseRequest.line(Objects.requireNonNullElse(said.text(), ""))
              : said.subject();
    }
    if (subject == null || subject.isBlank()) {
      throw ProblemException.invalid("/subject", "say what it is about, here or by the feedback");
    }
    String channel =
        request.channel() != null
            ? request.channel()
            : said != null ? said.channel() : request.responseId() != null ? BY_SURVEY : null;
    if (channel == null) {
      throw ProblemException.invalid("/channel", "say which way it came, here or by the feedback");
    }
    Said answered = request.responseId() == null ? null : answered(request.responseId());
    return new CaseOpening(
        subject,
        channel,
        heard != null ? heard.receivedAt() : answered == null ? clock.instant() : answered.at(),
        heard == null ? null : heard.id(),
        request.responseId(),
        null,
        reporter(request, said, answered),
        or(request.offeringId(), said == null ? null : said.offeringId()),
        or(request.touchpointId(), said == null ? null : said.touchpointId()),
        or(request.requirementId(), said == null ? null : said.requirementId()),
        request.ownerPartyId(),
        request.severity(),
        null);
  }

  private Said answered(UUID response) {
    Said said = repository.said(response);
    if (said == null) {
      throw ProblemException.invalid("/responseId", "names no response");
    }
    return said;
  }

  /// Whoever is named, else who gave the feedback, else who gave the response.
  private static CaseReporter reporter(
      CaseRequest request, @Nullable FeedbackRequest said, @Nullable Said answered) {
    CaseReporter reporter = request.reporterOrNobody();
    UUID customer = said == null ? null : said.customerId();
    UUID party = said == null ? null : said.partyId();
    if (reporter.customerId() != null || reporter.partyId() != null || reporter.name() != null) {
      // A person who was named is not taken for another one.
      return said == null
          ? reporter
          : new CaseReporter(
              or(reporter.customerId(), customer),
              or(reporter.partyId(), party),
              reporter.name(),
              reporter.email(),
              reporter.phone());
    }
    return new CaseReporter(
        or(customer, answered == null ? null : answered.customerId()),
        or(party, answered == null ? null : answered.partyId()),
        reporter.name(),
        reporter.email(),
        reporter.phone());
  }

  private static @Nullable UUID or(@Nullable UUID first, @Nullable UUID second) {
    return first == null ? second : first;
  }

  /// @return whether anything differs
  boolean change(SurveyCase one, CaseRequest request) {
    CaseStatus before = one.status();
    if (request.feedbackId() != null
        && !request.feedbackId().equals(one.asRequest().feedbackId())) {
      named(request.feedbackId());
    }
    if (!one.change(request, standards(one), clock.instant())) {
      return false;
    }
    repository.flush();
    cases.watch(one);
    boolean moved = one.status() != before;
    cases.tell(moved ? one.status().wire() : "updated", one);
    UUID customer = one.asRequest().reporterOrNobody().customerId();
    if (moved && one.status() == CaseStatus.CLOSED && customer != null) {
      closed.fire(new CaseClosed(one.id(), customer));
    }
    return true;
  }

  private @Nullable Standards standards(SurveyCase one) {
    return one.accessChannelId() == null ? null : channels.get(one.accessChannelId());
  }
}
