package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Folds;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Questionnaire.Whole;
import org.customerfocus.survey.questionnaire.Violation;
import org.customerfocus.survey.quota.Quotas;
import org.customerfocus.survey.quota.Quotas.Counted;
import org.jspecify.annotations.Nullable;

/// A response that is given step by step: begun, saved as often as the respondent likes, completed.
/// Each step runs within the transaction of its caller.
@ApplicationScoped
public class Answering {

  private final PublishedSurveys surveys;
  private final ResponseRepository responses;
  private final RecordingRepository recording;
  private final Responses recorder;
  private final Anonymity anonymity;
  private final SittingRepository sittings;
  private final LinkLimit links;
  private final Quotas quotas;
  private final Folds folds;
  private final Journal journal;
  private final Event<InvitationAnswered> answered;
  private final InstantSource clock;

  Answering(
      PublishedSurveys surveys,
      ResponseRepository responses,
      RecordingRepository recording,
      Responses recorder,
      Anonymity anonymity,
      SittingRepository sittings,
      LinkLimit links,
      Quotas quotas,
      Folds folds,
      Journal journal,
      Event<InvitationAnswered> answered,
      InstantSource clock) {
    this.surveys = surveys;
    this.responses = responses;
    this.recording = recording;
    this.recorder = recorder;
    this.anonymity = anonymity;
    this.sittings = sittings;
    this.links = links;
    this.quotas = quotas;
    this.folds = folds;
    this.journal = journal;
    this.answered = answered;
    this.clock = clock;
  }

  /// Begins a response to a published version. Whoever follows their invitation again goes on with
  /// the response they have begun, whatever has become of it; one to an anonymous survey is found
  /// so until they [#leave] it.
  ///
  /// @throws ProblemException 404 without such a version, 409 when its survey is closed, has all
  ///   the responses of this kind that it takes, or an anonymous response to the invitation is
  ///   finished, 429 when too many are begun under one open link
  public Progress begin(UUID surveyVersionId, Origin origin) {
    PublishedVersion version = surveys.version(surveyVersionId);
    UUID sat = version.anonymous() && origin.invitationId() != null ? sit(origin) : null;
    SurveyResponse begun = sat == null ? ofInvitation(version, origin) : responses.get(sat);
    if (begun != null) {
      return progress(begun);
    }
    version.demandOpen();
    if (origin.linkId() != null && origin.invitationId() == null) {
      links.take(origin.linkId());
    }
    Map<String, AttributeValue> known = version.questionnaire().known(origin.attributes());
    quotas.demandRoom(version.surveyId(), List.of(), known);
    NewResponse kept = anonymity.apply(anew(version, origin, known));
    NewResponse response = sat == null ? kept : kept.withId(sat);
    if (recording.insert(List.of(response)).isEmpty()) {
      SurveyResponse first = ofInvitation(version, origin);
      if (first == null) {
        throw new IllegalStateException("Only a response to the same invitation is in the way");
      }
      return progress(first);
    }
    if (sat != null) {
      responses.find(sat).invite();
    }
    return new Progress(response.id(), version.id(), response.status().wire(), 0, List.of());
  }

  private NewResponse anew(
      PublishedVersion version, Origin origin, Map<String, AttributeValue> known) {
    Instant now = clock.instant();
    return new NewResponse(
        Ids.next(),
        version.surveyId(),
        version.id(),
        version.anonymous(),
        false,
        ResponseStatus.IN_PROGRESS,
        now,
        now,
        null,
        origin.customerId(),
        origin.partyId(),
        null,
        null,
        new Provenance(
            origin.channel(),
            origin.campaignId(),
            origin.invitationId(),
            origin.linkId(),
            origin.touchpointId(),
            origin.offeringId()),
        Spam.NONE,
        List.of(),
        known);
  }

  private @Nullable SurveyResponse ofInvitation(PublishedVersion version, Origin origin) {
    return version.anonymous() || origin.invitationId() == null
        ? null
        : responses.ofInvitation(origin.invitationId());
  }

  /// The id of the anonymous response that an invited person gives. It is made of the sitting and
  /// of the service's secret, so that the database alone leads from neither to the other.
  private UUID sit(Origin origin) {
    UUID sitting = sittings.sit(sittingOf(Objects.requireNonNull(origin.invitationId())));
    if (sitting == null) {
      throw new ProblemException(
          ResponseProblems.RESPONSE_ENDED, "This invitation has been answered.");
    }
    return anonymity.derived("sitting", sitting.toString());
  }

  private UUID sittingOf(UUID invitationId) {
    return anonymity.derived("invitation", invitationId.toString());
  }

  /// Who was invited has finished: nothing leads from the invitation to an anonymous response any
  /// more, and no second one is begun.
  ///
  /// @param request what tells the request that finished it from any other, where there is one that
  ///   may be repeated
  public void leave(UUID invitationId, @Nullable String request) {
    sittings.finish(
        sittingOf(invitationId), request == null ? null : repeatable(invitationId, request));
  }

  /// Whether it was this request by which an invited person has left.
  public boolean wasLeftBy(UUID invitationId, String request) {
    return sittings.wasFinishedBy(sittingOf(invitationId), repeatable(invitationId, request));
  }

  private UUID repeatable(UUID invitationId, String request) {
    return anonymity.derived("request", invitationId.toString(), request);
  }

  /// How far a response has come.
  ///
  /// @throws ProblemException 404 when there is none
  public Progress find(UUID responseId) {
    return progress(responses.find(responseId));
  }

  /// The same as it is now, and nobody else changes it until the transaction has ended.
  ///
  /// @throws ProblemException 404 when there is none
  public Progress hold(UUID responseId) {
    return progress(responses.lock(responseId));
  }

  /// Saves all answers so far: they replace those that were saved before. Each has to fit its
  /// question; what is required may be missing, and answers that the others lead past are kept
  /// until the response is completed, since the respondent may come back to them.
  ///
  /// @throws ProblemException 404 when there is none, 409 when it was completed before, its survey
  ///   is closed, or a quota is full to which it belongs by now, 422 for answers that do not fit
  public Progress save(UUID responseId, List<Answer> answers) {
    SurveyResponse response = responses.lock(responseId);
    PublishedVersion version = open(response);
    Map<String, AttributeValue> attributes = responses.attributes(responseId);
    refuse(version.questionnaire().checkUnfinished(answers, attributes));
    quotas.demandRoom(version.surveyId(), answers, attributes);
    recording.replaceAnswers(responseId, answers);
    response.touch();
    return new Progress(
        responseId,
        version.id(),
        response.status().wire(),
        response.version(),
        ResponseView.inOrder(answers));
  }

  /// Completes a response with the answers that were saved, less those that the others lead past.
  /// One that is completed already stays as it is.
  ///
  /// @throws ProblemException 404 when there is none, 409 when it cannot be completed any more or a
  ///   quota to which it belongs is full, 422 when an answer is missing
  public Progress complete(UUID responseId) {
    return complete(responseId, Signals.NONE);
  }

  /// The same, with what the page noticed while it was answered.
  public Progress complete(UUID responseId, Signals signals) {
    SurveyResponse response = responses.lock(responseId);
    if (response.status().counts()) {
      return progress(response);
    }
    PublishedVersion version = open(response);
    ResponseView saved = responses.view(response);
    Whole settled = version.questionnaire().settled(saved.answers(), saved.attributes());
    refuse(settled.violations());
    List<Answer> all = settled.answers();
    recording.replaceAnswers(responseId, all);
    quotas.move(null, counted(response, all, saved.attributes()));
    Instant now = clock.instant();
    end(response, version, all, now, signals, now);
    return progress(response);
  }

  static Counted counted(
      SurveyResponse response, List<Answer> answers, Map<String, AttributeValue> attributes) {
    return new Counted(
        response.id(), response.surveyId(), response.surveyVersionId(), answers, attributes);
  }

  /// Makes a response whole that its quotas have taken, and tells of it.
  void end(
      SurveyResponse response,
      PublishedVersion version,
      List<Answer> answers,
      Instant respondedAt,
      Signals signals,
      Instant now) {
    Duration took =
        signals.took() != null || response.begunAt() == null
            ? signals.took()
            : Duration.between(response.begunAt(), now);
    Spam spam = SpamScore.of(version.questionnaire(), answers, signals.honeypot(), took);
    if (version.anonymous()) {
      response.complete(Anonymity.day(respondedAt), Anonymity.day(now), spam.coarse());
      recorder.noteDays(Set.of(LocalDate.ofInstant(now, ZoneOffset.UTC)));
    } else {
      response.complete(respondedAt, now, spam);
    }
    response.touch();
    responses.flush();
    folds.changed(List.of(response.id()));
    tell(response, version, "recorded");
    if (!version.anonymous()) {
      recorder.tellWhole(response, answers, responses.attributes(response.id()), false);
    }
    UUID invitation = response.provenance().invitationId();
    if (invitation != null) {
      answered.fire(new InvitationAnswered(invitation));
    }
  }

  /// Tells that a response says something else, unless the survey is anonymous.
  void tellAmended(
      SurveyResponse response,
      PublishedVersion version,
      List<Answer> answers,
      Map<String, AttributeValue> attributes) {
    tell(response, version, "amended");
    if (!version.anonymous()) {
      recorder.tellWhole(response, answers, attributes, true);
    }
  }

  /// Journals a change, unless the survey is anonymous.
  void tell(SurveyResponse response, PublishedVersion version, String verb) {
    if (!version.anonymous()) {
      journal.record(
          new Change(
              "response",
              verb,
              response.id(),
              response::version,
              Map.of(
                  "surveyId", response.surveyId(),
                  "surveyVersionId", response.surveyVersionId(),
                  "status", response.status().wire()),
              null));
    }
  }

  private PublishedVersion open(SurveyResponse response) {
    if (response.status() != ResponseStatus.IN_PROGRESS) {
      throw new ProblemException(
          ResponseProblems.RESPONSE_ENDED,
          "The response is %s.".formatted(response.status().wire()));
    }
    PublishedVersion version = surveys.version(response.surveyVersionId());
    version.demandOpen();
    return version;
  }

  private Progress progress(SurveyResponse response) {
    return new Progress(
        response.id(),
        response.surveyVersionId(),
        response.status().wire(),
        response.version(),
        responses.view(response).answers());
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(violations.stream().map(Violation::asFieldError).toList());
    }
  }
}
