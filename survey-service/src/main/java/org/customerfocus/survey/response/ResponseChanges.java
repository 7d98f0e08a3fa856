package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.Folds;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.quota.Quotas;
import org.jspecify.annotations.Nullable;

/// Changes responses as a patch asks for, and keeps what amended ones said before.
@ApplicationScoped
class ResponseChanges {

  private final PublishedSurveys surveys;
  private final ResponseRepository responses;
  private final RecordingRepository recording;
  private final Answering answering;
  private final Quotas quotas;
  private final Folds folds;
  private final InstantSource clock;

  ResponseChanges(
      PublishedSurveys surveys,
      ResponseRepository responses,
      RecordingRepository recording,
      Answering answering,
      Quotas quotas,
      Folds folds,
      InstantSource clock) {
    this.surveys = surveys;
    this.responses = responses;
    this.recording = recording;
    this.answering = answering;
    this.quotas = quotas;
    this.folds = folds;
    this.clock = clock;
  }

  /// Applies the patch to a response that is locked.
  void apply(SurveyResponse response, MergePatch patch) {
    PublishedVersion version = surveys.version(response.surveyVersionId());
    ResponseView said = responses.view(response);
    ResponseRequest current = asRequest(said, version.questionnaire());
    ResponseRequest wanted = patch.applyTo(current);
    demandSame("/surveyVersionId", current.surveyVersionId(), wanted.surveyVersionId());
    demandSame("/customerId", current.customerId(), wanted.customerId());
    demandSame("/partyId", current.partyId(), wanted.partyId());
    demandSame("/externalRef", current.externalRef(), wanted.externalRef());
    demandSame("/channel", current.channel(), wanted.channel());
    demandSame("/touchpointId", current.touchpointId(), wanted.touchpointId());
    demandSame("/offeringId", current.offeringId(), wanted.offeringId());
    folds.changing(List.of(response.id()));
    change(response, version, said, current, wanted);
    responses.flush();
    folds.changed(List.of(response.id()));
  }

  private void change(
      SurveyResponse response,
      PublishedVersion version,
      ResponseView said,
      ResponseRequest current,
      ResponseRequest wanted) {
    ResponseStatus status = response.status();
    switch (wanted.statusOrWhole()) {
      case IN_PROGRESS -> {
        if (status != ResponseStatus.IN_PROGRESS) {
          response.moveTo(ResponseStatus.IN_PROGRESS);
        }
        if (!wanted.equals(current)) {
          save(response, version, said, wanted);
        }
      }
      case COMPLETED -> {
        if (status == ResponseStatus.IN_PROGRESS) {
          complete(response, version, said, wanted);
        } else if (status != ResponseStatus.COMPLETED) {
          response.moveTo(ResponseStatus.COMPLETED);
        } else if (!wanted.equals(current)) {
          throw ProblemException.invalid(
              "/status", "A completed response is corrected with the status amended.");
        }
      }
      case AMENDED -> {
        if (status != ResponseStatus.AMENDED || !wanted.equals(current)) {
          amend(response, version, said, wanted);
        }
      }
      case ENTERED_IN_ERROR -> {
        if (!wanted.withStatus(status).equals(current)) {
          throw ProblemException.invalid(
              "/status", "What was entered in error stays as it is: send this status alone.");
        }
        if (status != ResponseStatus.ENTERED_IN_ERROR) {
          withdraw(response, version, said);
        }
      }
    }
  }

  private void save(
      SurveyResponse response,
      PublishedVersion version,
      ResponseView said,
      ResponseRequest wanted) {
    version.demandOpen();
    write(response, said, accepted(response, wanted, version, false), wanted);
    response.correct(kept(version, Objects.requireNonNull(wanted.respondedAt())), wanted.weight());
    response.touch();
    answering.tell(response, version, "updated");
  }

  private void complete(
      SurveyResponse response,
      PublishedVersion version,
      ResponseView said,
      ResponseRequest wanted) {
    version.demandOpen();
    if (response.invited()) {
      throw new ProblemException(
          Problems.CONFLICT,
          "An invited person gives this response, and which one is not known here, since the survey"
              + " is anonymous: complete it on its page or by createInvitationResponse.");
    }
    List<Answer> all = accepted(response, wanted, version, true);
    write(response, said, all, wanted);
    quotas.move(null, Answering.counted(response, all, wanted.attributeMap()));
    Instant now = clock.instant();
    Instant respondedAt = kept(version, Objects.requireNonNull(wanted.respondedAt()));
    response.correct(response.respondedAt(), wanted.weight());
    answering.end(
        response,
        version,
        all,
        respondedAt.equals(said.respondedAt()) ? now : respondedAt,
        wanted.signalsOrNone(),
        now);
  }

  /// Only what counts is amended, so that what it said before is always kept.
  private void amend(
      SurveyResponse response,
      PublishedVersion version,
      ResponseView said,
      ResponseRequest wanted) {
    ResponseRevision revision =
        new ResponseRevision(response, said, kept(version, clock.instant()));
    response.moveTo(ResponseStatus.AMENDED);
    List<Answer> all = accepted(response, wanted, version, true);
    responses.add(revision);
    write(response, said, all, wanted);
    quotas.move(
        Answering.counted(response, said.answers(), said.attributes()),
        Answering.counted(response, all, wanted.attributeMap()));
    response.correct(kept(version, Objects.requireNonNull(wanted.respondedAt())), wanted.weight());
    response.touch();
    answering.tellAmended(response, version, all, wanted.attributeMap());
  }

  private void withdraw(SurveyResponse response, PublishedVersion version, ResponseView said) {
    boolean counted = response.status().counts();
    response.moveTo(ResponseStatus.ENTERED_IN_ERROR);
    if (counted) {
      quotas.move(Answering.counted(response, said.answers(), said.attributes()), null);
    }
    response.touch();
    answering.tell(response, version, "withdrawn");
  }

  private void write(
      SurveyResponse response, ResponseView said, List<Answer> answers, ResponseRequest wanted) {
    recording.replaceAnswers(response.id(), answers);
    if (!wanted.attributeMap().equals(said.attributes())) {
      recording.replaceAttributes(response.id(), wanted.attributeMap());
    }
  }

  private List<Answer> accepted(
      SurveyResponse response, ResponseRequest wanted, PublishedVersion version, boolean whole) {
    boolean imported = response.importId() != null;
    return Submission.answers(wanted, version, whole, imported, clock.instant());
  }

  private static Instant kept(PublishedVersion version, Instant moment) {
    return version.anonymous() ? Anonymity.day(moment) : moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static void demandSame(String pointer, @Nullable Object now, @Nullable Object wanted) {
    if (!Objects.equals(now, wanted)) {
      throw ProblemException.invalid(pointer, "stays as it was recorded: leave it out.");
    }
  }

  /// The request that would make this response: what was computed is no part of it.
  private static ResponseRequest asRequest(ResponseView said, Questionnaire questionnaire) {
    List<Answer> given =
        said.answers().stream()
            .filter(
                answer -> {
                  var question = questionnaire.question(answer.linkId());
                  return question == null || question.type() != ItemType.COMPUTED;
                })
            .toList();
    return new ResponseRequest(
        said.surveyVersionId(),
        said.status(),
        said.respondedAt(),
        said.weight(),
        said.customerId(),
        said.partyId(),
        said.externalRef(),
        said.channel(),
        said.touchpointId(),
        said.offeringId(),
        null,
        given,
        said.attributes().isEmpty() ? null : said.attributes());
  }
}
