package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.response.ResponseBatchView.ResponseBatchItem;
import org.customerfocus.survey.response.ResponseBatchView.ResponseOutcome;
import org.customerfocus.survey.response.ResponseRepository.Reference;
import org.jspecify.annotations.Nullable;

/// Checks submitted responses against the version that they answer, and records them. One response
/// and many come here.
@ApplicationScoped
class Submission {

  private static final int WEIGHT_DECIMALS = 10;

  private final PublishedSurveys surveys;
  private final ResponseRepository responses;
  private final Responses recording;
  private final Anonymity anonymity;
  private final Validator validator;
  private final InstantSource clock;

  Submission(
      PublishedSurveys surveys,
      ResponseRepository responses,
      Responses recording,
      Anonymity anonymity,
      Validator validator,
      InstantSource clock) {
    this.surveys = surveys;
    this.responses = responses;
    this.recording = recording;
    this.anonymity = anonymity;
    this.validator = validator;
    this.clock = clock;
  }

  /// @param key by which a repeated request is told, where there is one
  ResponseView record(ResponseRequest request, @Nullable RequestKey key) {
    PublishedVersion version = version(request.surveyVersionId());
    NewResponse response = recognisable(checked(request, version), key, "");
    if (recording.insert(List.of(response)).isEmpty()) {
      UUID there = Objects.requireNonNull(present(List.of(response)).get(response.id()));
      if (version.anonymous() && key != null) {
        return repeated(responses.view(responses.find(there)), ResponseView.of(response));
      }
      throw new ProblemException(
          ResponseProblems.ALREADY_RECORDED,
          "The response %s has this external reference already.".formatted(there));
    }
    return ResponseView.of(response);
  }

  /// An anonymous response whose request has a key gets its id by that key: it is found when the
  /// request is repeated, and no answer has to be kept that would tell when it was recorded.
  private NewResponse recognisable(NewResponse response, @Nullable RequestKey key, String item) {
    boolean random = response.anonymous() && !response.derived();
    return random && key != null
        ? response.withId(
            anonymity.derived(
                "key", key.tenant(), key.subject(), key.operation(), key.value(), item))
        : response;
  }

  /// What there is, where the request that made it is sent again.
  ///
  /// @throws ProblemException 422 when it was another request
  private static ResponseView repeated(ResponseView there, ResponseView wanted) {
    boolean same =
        there.surveyVersionId().equals(wanted.surveyVersionId())
            && (there.status() != wanted.status()
                || (there.answers().equals(wanted.answers())
                    && there.attributes().equals(wanted.attributes())
                    && String.valueOf(there.weight()).equals(String.valueOf(wanted.weight()))));
    if (!same) {
      throw new ProblemException(
          Problems.KEY_REUSED,
          "This key was used for a request with another body. Choose a new key for a new request.");
    }
    return there;
  }

  /// What became of a batch.
  ///
  /// @param anonymous whether any is to an anonymous survey
  /// @param told how many were recorded that are not
  record Batch(List<ResponseBatchItem> items, boolean anonymous, int told) {}

  Batch record(ResponseBatchRequest batch, @Nullable RequestKey key) {
    Map<UUID, PublishedVersion> versions = new HashMap<>();
    List<ResponseBatchItem> items = new ArrayList<>();
    Map<Integer, NewResponse> valid = new LinkedHashMap<>();
    for (int i = 0; i < batch.responses().size(); i++) {
      try {
        NewResponse response = check(batch.responses().get(i), versions);
        valid.put(i, recognisable(response, key, Integer.toString(i)));
        items.add(new ResponseBatchItem(ResponseOutcome.RECORDED, null, null));
      } catch (ProblemException e) {
        List<FieldError> errors =
            e.errors().isEmpty() ? List.of(FieldError.at("", e.detail())) : e.errors();
        items.add(new ResponseBatchItem(ResponseOutcome.REFUSED, null, errors));
      }
    }
    Set<UUID> recorded = recording.insert(List.copyOf(valid.values()));
    Map<UUID, UUID> present =
        present(
            valid.values().stream().filter(response -> !recorded.contains(response.id())).toList());
    Set<UUID> first = new HashSet<>(recorded);
    valid.forEach(
        (index, response) ->
            items.set(
                index,
                first.remove(response.id())
                    ? new ResponseBatchItem(ResponseOutcome.RECORDED, response.id(), null)
                    : new ResponseBatchItem(
                        ResponseOutcome.ALREADY_PRESENT,
                        recorded.contains(response.id())
                            ? response.id()
                            : present.get(response.id()),
                        null)));
    boolean anonymous = valid.values().stream().anyMatch(NewResponse::anonymous);
    long told =
        valid.values().stream()
            .filter(each -> !each.anonymous() && recorded.contains(each.id()))
            .count();
    return new Batch(items, anonymous, (int) told);
  }

  private NewResponse check(ResponseRequest request, Map<UUID, PublishedVersion> versions) {
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw InvalidRequests.violationsOf(violations);
    }
    PublishedVersion version = versions.get(request.surveyVersionId());
    if (version == null) {
      version = version(request.surveyVersionId());
      versions.put(version.id(), version);
    }
    return checked(request, version);
  }

  private PublishedVersion version(UUID id) {
    try {
      return surveys.version(id);
    } catch (ProblemException e) {
      // It is the body that names it, so the body is at fault and not the path.
      throw ProblemException.invalid("/surveyVersionId", e.detail());
    }
  }

  /// @throws ProblemException 409 when the survey takes no more responses
  static void demandOpen(PublishedVersion version) {
    if (version.closed()) {
      throw new ProblemException(
          ResponseProblems.SURVEY_CLOSED,
          "The survey %s is closed: set its status to published first."
              .formatted(version.surveyId()));
    }
  }

  private NewResponse checked(ResponseRequest request, PublishedVersion version) {
    demandOpen(version);
    boolean whole =
        switch (request.statusOrWhole()) {
          case COMPLETED -> true;
          case IN_PROGRESS -> false;
          case AMENDED, ENTERED_IN_ERROR ->
              throw ProblemException.invalid(
                  "/status", "A response starts as in-progress or completed.");
        };
    Instant now = clock.instant();
    List<FieldError> errors = violations(request, version, whole, now);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    Questionnaire questionnaire = version.questionnaire();
    return anonymity.apply(
        new NewResponse(
            Ids.next(),
            version.surveyId(),
            version.id(),
            version.anonymous(),
            false,
            request.statusOrWhole(),
            request.respondedAt() == null
                ? now
                : request.respondedAt().truncatedTo(ChronoUnit.MICROS),
            now,
            request.weight(),
            request.customerId(),
            request.partyId(),
            request.externalRef(),
            null,
            Provenance.of(request.channelOrApi()),
            SpamScore.of(
                questionnaire,
                request.answers(),
                request.signalsOrNone().honeypot(),
                request.signalsOrNone().took()),
            whole
                ? questionnaire.completed(request.answers(), request.attributeMap())
                : request.answers(),
            request.attributeMap()));
  }

  /// What is wrong with a response to this version.
  ///
  /// @param whole whether nothing may be missing
  static List<FieldError> violations(
      ResponseRequest request, PublishedVersion version, boolean whole, Instant now) {
    List<FieldError> errors = new ArrayList<>();
    Questionnaire questionnaire = version.questionnaire();
    (whole
            ? questionnaire.check(request.answers(), request.attributeMap())
            : questionnaire.checkUnfinished(request.answers(), request.attributeMap()))
        .stream().map(found -> FieldError.at(found.pointer(), found.detail())).forEach(errors::add);
    String moment =
        request.respondedAt() == null ? null : RespondedAt.violation(request.respondedAt(), now);
    if (moment != null) {
      errors.add(FieldError.at("/respondedAt", moment));
    }
    if (request.weight() != null && request.weight().scale() > WEIGHT_DECIMALS) {
      errors.add(FieldError.at("/weight", "has more than 10 decimals"));
    }
    return errors;
  }

  /// The responses that are there in the place of these, by the ids of these.
  private Map<UUID, UUID> present(List<NewResponse> unrecorded) {
    Map<UUID, UUID> present = new HashMap<>();
    List<NewResponse> referred = new ArrayList<>();
    for (NewResponse each : unrecorded) {
      if (each.externalRef() == null) {
        // An anonymous one: what came with the same reference has the same id.
        present.put(each.id(), each.id());
      } else {
        referred.add(each);
      }
    }
    Map<Reference, UUID> known =
        responses.idsOf(referred.stream().map(Reference::of).distinct().toList());
    referred.forEach(
        each -> present.put(each.id(), Objects.requireNonNull(known.get(Reference.of(each)))));
    return present;
  }
}
