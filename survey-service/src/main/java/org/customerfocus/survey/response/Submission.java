package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
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
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.questionnaire.Questionnaire.Whole;
import org.customerfocus.survey.quota.QuotaProblems;
import org.customerfocus.survey.response.ResponseBatchView.ResponseBatchItem;
import org.customerfocus.survey.response.ResponseBatchView.ResponseOutcome;
import org.customerfocus.survey.response.ResponseRepository.Reference;
import org.customerfocus.survey.response.Responses.Submitted;
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

  /// What became of a response.
  ///
  /// @param anonymous whether nothing may be kept that tells when it was recorded
  record Recorded(ResponseView view, boolean anonymous) {}

  /// @param key by which a repeated request is told, where there is one
  /// @throws ProblemException 422 when it does not fit its version, 409 when the survey is closed
  ///   or a quota full, or its external reference taken
  Recorded record(ResponseRequest request, @Nullable RequestKey key) {
    PublishedVersion version = surveys.referred(request.surveyVersionId());
    NewResponse checked = checked(request, version);
    NewResponse response = version.anonymous() ? recognisable(checked, key, "") : checked;
    Submitted submitted = recording.submit(List.of(response));
    String full = submitted.refused().get(response.id());
    if (full != null) {
      throw new ProblemException(QuotaProblems.QUOTA_FULL, full);
    }
    if (submitted.recorded().isEmpty()) {
      UUID there = Objects.requireNonNull(present(List.of(response)).get(response.id()));
      if (version.anonymous() && key != null) {
        ResponseView said = responses.view(responses.find(there));
        return new Recorded(repeated(said, ResponseView.of(response)), true);
      }
      throw new ProblemException(
          ResponseProblems.ALREADY_RECORDED,
          "The response %s has this external reference already.".formatted(there));
    }
    return new Recorded(ResponseView.of(response), version.anonymous());
  }

  /// A response whose request has a key, and for which no answer may be kept that would tell when
  /// it was recorded, gets its id by that key: it is found when the request is repeated.
  private NewResponse recognisable(NewResponse response, @Nullable RequestKey key, String item) {
    boolean random = response.externalRef() == null && !response.derived();
    return random && key != null ? response.withId(id(key, item)) : response;
  }

  private UUID id(RequestKey key, String item) {
    return anonymity.derived(
        "key", key.tenant(), key.subject(), key.operation(), key.value(), item);
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
  /// @param id the same for a request that is repeated, where no answer is kept for it
  /// @param anonymous whether any is to an anonymous survey
  /// @param told how many were recorded that are not
  record Batch(UUID id, List<ResponseBatchItem> items, boolean anonymous, int told) {}

  Batch record(ResponseBatchRequest batch, @Nullable RequestKey key) {
    Map<UUID, PublishedVersion> versions = new HashMap<>();
    List<ResponseBatchItem> items = new ArrayList<>();
    Map<Integer, NewResponse> valid = new LinkedHashMap<>();
    for (int i = 0; i < batch.responses().size(); i++) {
      try {
        valid.put(i, check(batch.responses().get(i), versions));
        items.add(new ResponseBatchItem(ResponseOutcome.RECORDED, null, null));
      } catch (ProblemException e) {
        items.add(
            refused(e.errors().isEmpty() ? List.of(FieldError.at("", e.detail())) : e.errors()));
      }
    }
    boolean anonymous = valid.values().stream().anyMatch(NewResponse::anonymous);
    if (anonymous) {
      // No answer is kept for the batch, so that each of its responses has to be recognised.
      valid.replaceAll((i, response) -> recognisable(response, key, Integer.toString(i)));
    }
    Submitted submitted = recording.submit(List.copyOf(valid.values()));
    Known known = known(valid.values(), submitted);
    Set<UUID> first = new HashSet<>(submitted.recorded());
    valid.forEach(
        (index, response) ->
            items.set(index, item(response, submitted, known, first.remove(response.id()))));
    long told =
        valid.values().stream()
            .filter(each -> !each.anonymous() && submitted.recorded().contains(each.id()))
            .count();
    UUID id = anonymous && key != null ? id(key, "batch") : Ids.next();
    return new Batch(id, items, anonymous, (int) told);
  }

  /// What is there in the place of those that were not recorded.
  ///
  /// @param present by the id that they would have had
  /// @param repeated those that an earlier attempt of this request has recorded
  private record Known(Map<UUID, UUID> present, Set<UUID> repeated) {}

  private Known known(Collection<NewResponse> valid, Submitted submitted) {
    List<NewResponse> unrecorded =
        valid.stream()
            .filter(each -> !submitted.recorded().contains(each.id()))
            .filter(each -> !submitted.refused().containsKey(each.id()))
            .toList();
    List<NewResponse> keyed =
        unrecorded.stream().filter(each -> each.externalRef() == null && !each.derived()).toList();
    Map<UUID, ResponseView> there = responses.views(keyed.stream().map(NewResponse::id).toList());
    Set<UUID> repeated = new HashSet<>();
    for (NewResponse each : keyed) {
      repeated.add(
          repeated(Objects.requireNonNull(there.get(each.id())), ResponseView.of(each)).id());
    }
    return new Known(present(unrecorded), repeated);
  }

  private static ResponseBatchItem item(
      NewResponse response, Submitted submitted, Known known, boolean now) {
    UUID id = response.id();
    String full = submitted.refused().get(id);
    if (full != null) {
      return refused(List.of(FieldError.at("", full)));
    }
    if (now || known.repeated().contains(id)) {
      return new ResponseBatchItem(ResponseOutcome.RECORDED, id, null);
    }
    UUID there = submitted.recorded().contains(id) ? id : known.present().get(id);
    if (there == null) {
      return refused(
          List.of(
              FieldError.at("/externalRef", "An earlier item with it was refused: see there.")));
    }
    return new ResponseBatchItem(ResponseOutcome.ALREADY_PRESENT, there, null);
  }

  private static ResponseBatchItem refused(List<FieldError> errors) {
    return new ResponseBatchItem(ResponseOutcome.REFUSED, null, errors);
  }

  private NewResponse check(ResponseRequest request, Map<UUID, PublishedVersion> versions) {
    var violations = validator.validate(request);
    if (!violations.isEmpty()) {
      throw InvalidRequests.violationsOf(violations);
    }
    PublishedVersion version = versions.get(request.surveyVersionId());
    if (version == null) {
      version = surveys.referred(request.surveyVersionId());
      versions.put(version.id(), version);
    }
    return checked(request, version);
  }

  private NewResponse checked(ResponseRequest request, PublishedVersion version) {
    version.demandOpen();
    boolean whole =
        switch (request.statusOrWhole()) {
          case COMPLETED -> true;
          case IN_PROGRESS -> false;
          case AMENDED, ENTERED_IN_ERROR ->
              throw ProblemException.invalid(
                  "/status", "A response starts as in-progress or completed.");
        };
    Instant now = clock.instant();
    List<Answer> answers = answers(request, version, whole, false, now);
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
            new Provenance(
                request.channelOrApi(),
                null,
                null,
                null,
                request.touchpointId(),
                request.offeringId()),
            SpamScore.of(
                version.questionnaire(),
                request.answers(),
                request.signalsOrNone().honeypot(),
                request.signalsOrNone().took()),
            answers,
            request.attributeMap()));
  }

  /// The answers of a response to this version, as they are to be recorded.
  ///
  /// @param whole whether nothing may be missing
  /// @param imported whether it was given elsewhere, where other logic may have decided what was
  ///   shown
  /// @throws ProblemException 422 with all that is wrong
  static List<Answer> answers(
      ResponseRequest request,
      PublishedVersion version,
      boolean whole,
      boolean imported,
      Instant now) {
    Questionnaire questionnaire = version.questionnaire();
    List<Answer> given = request.answers();
    Map<String, AttributeValue> known = request.attributeMap();
    Whole found;
    if (whole) {
      found = imported ? questionnaire.imported(given, known) : questionnaire.whole(given, known);
    } else {
      found = new Whole(questionnaire.checkUnfinished(given, known), given);
    }
    List<FieldError> errors = new ArrayList<>();
    found.violations().forEach(each -> errors.add(each.asFieldError()));
    String moment =
        request.respondedAt() == null ? null : RespondedAt.violation(request.respondedAt(), now);
    if (moment != null) {
      errors.add(FieldError.at("/respondedAt", moment));
    }
    if (request.weight() != null && request.weight().scale() > WEIGHT_DECIMALS) {
      errors.add(FieldError.at("/weight", "has more than 10 decimals"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return found.answers();
  }

  /// The responses that are there in the place of these, by the ids of these. There is none where
  /// the reference was that of another in the same batch, and that one was refused.
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
    for (NewResponse each : referred) {
      UUID there = known.get(Reference.of(each));
      if (there != null) {
        present.put(each.id(), there);
      }
    }
    return present;
  }
}
