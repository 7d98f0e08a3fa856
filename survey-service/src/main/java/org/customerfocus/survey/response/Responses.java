package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.quota.Quotas;
import org.customerfocus.survey.quota.Quotas.Counted;
import org.jspecify.annotations.Nullable;

/// Records responses that were found valid; submissions and imports come through here.
@ApplicationScoped
public class Responses {

  private final RecordingRepository responses;
  private final ResponseRepository recorded;
  private final Anonymity anonymity;
  private final Quotas quotas;
  private final CurrentCaller caller;
  private final Event<ResponsesCompleted> completed;

  Responses(
      RecordingRepository responses,
      ResponseRepository recorded,
      Anonymity anonymity,
      Quotas quotas,
      CurrentCaller caller,
      Event<ResponsesCompleted> completed) {
    this.completed = completed;
    this.recorded = recorded;
    this.responses = responses;
    this.anonymity = anonymity;
    this.quotas = quotas;
    this.caller = caller;
  }

  /// Records them within the running transaction, each external reference once a survey. Of those
  /// to anonymous surveys only that is kept which tells nobody. Quotas count them and refuse none.
  ///
  /// @return the ids of those that were not there already
  public Set<UUID> record(List<NewResponse> these) {
    List<NewResponse> kept = these.stream().map(anonymity::apply).toList();
    Set<UUID> recorded = responses.insert(kept);
    List<NewResponse> whole = whole(kept, recorded);
    quotas.countEach(counted(whole));
    noteDays(whole);
    tell(whole);
    return recorded;
  }

  /// What became of submitted responses.
  ///
  /// @param recorded the ids of those that were not there already
  /// @param refused those for which a quota has no place, by id, with the reason
  record Submitted(Set<UUID> recorded, Map<UUID, String> refused) {}

  /// Records what may be kept as it is, as far as the quotas have places.
  Submitted submit(List<NewResponse> kept) {
    Set<UUID> recorded = responses.insert(kept);
    List<NewResponse> whole = whole(kept, recorded);
    // Quotas before days, here as elsewhere, so that nobody waits in a circle.
    Map<UUID, String> refused = quotas.takeEach(counted(whole));
    if (!refused.isEmpty()) {
      responses.remove(refused.keySet());
      recorded.removeAll(refused.keySet());
    }
    List<NewResponse> taken = whole.stream().filter(each -> recorded.contains(each.id())).toList();
    noteDays(taken);
    tell(taken);
    return new Submitted(recorded, refused);
  }

  /// Tells of a response that has become whole or was amended, of somebody who may be told apart.
  void tellWhole(
      SurveyResponse response,
      List<Answer> answers,
      Map<String, AttributeValue> attributes,
      boolean amended) {
    completed.fire(
        new ResponsesCompleted(
            List.of(
                new Completed(
                    response.id(),
                    response.surveyId(),
                    response.surveyVersionId(),
                    response.customerId(),
                    response.partyId(),
                    response.provenance().channel(),
                    response.respondedAt(),
                    answers,
                    attributes)),
            amended));
  }

  private void tell(List<NewResponse> whole) {
    List<Completed> told =
        whole.stream()
            .filter(each -> !each.anonymous())
            .map(
                each ->
                    new Completed(
                        each.id(),
                        each.surveyId(),
                        each.surveyVersionId(),
                        each.customerId(),
                        each.partyId(),
                        each.provenance().channel(),
                        each.respondedAt(),
                        each.answers(),
                        each.attributes()))
            .toList();
    if (!told.isEmpty()) {
      completed.fire(new ResponsesCompleted(told, false));
    }
  }

  /// Those that are whole now and were recorded now, each once.
  private static List<NewResponse> whole(List<NewResponse> these, Set<UUID> recorded) {
    Set<UUID> left = new HashSet<>(recorded);
    return these.stream().filter(each -> each.status().counts() && left.remove(each.id())).toList();
  }

  private static List<Counted> counted(List<NewResponse> whole) {
    return whole.stream()
        .map(
            each ->
                new Counted(
                    each.id(),
                    each.surveyId(),
                    each.surveyVersionId(),
                    each.answers(),
                    each.attributes()))
        .toList();
  }

  /// Notes the days of those that were anonymous.
  private void noteDays(List<NewResponse> whole) {
    Set<LocalDate> days = new TreeSet<>();
    for (NewResponse each : whole) {
      if (each.anonymous()) {
        days.add(LocalDate.ofInstant(each.recordedAt(), ZoneOffset.UTC));
      }
    }
    noteDays(days);
  }

  void noteDays(Set<LocalDate> days) {
    if (!days.isEmpty()) {
      responses.noteDays(days, caller.get().test());
    }
  }

  /// Whole responses to a survey, of people who may be told apart, in the order of their ids.
  ///
  /// @param after null for the first
  public List<Completed> wholeAfter(UUID surveyId, @Nullable UUID after, int limit) {
    return recorded.wholeAfter(surveyId, after, limit);
  }
}
