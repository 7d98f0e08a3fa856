package org.customerfocus.survey.quota;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// Counts whole responses in the quotas of their survey, within the transaction that records them
/// and after they are written: who makes a quota meanwhile waits until they are. Quotas are always
/// counted in the order of their ids, so that nobody waits in a circle.
@ApplicationScoped
public class Quotas {

  private final QuotaRepository quotas;

  Quotas(QuotaRepository quotas) {
    this.quotas = quotas;
  }

  /// A whole response, as quotas see it.
  public record Counted(
      UUID id,
      UUID surveyId,
      UUID surveyVersionId,
      List<Answer> answers,
      Map<String, AttributeValue> attributes) {}

  /// A response that is there becomes whole, says something else, or counts no more: it takes a
  /// place where it comes to belong and gives back that which it leaves.
  ///
  /// @param before as it counted, null where it did not
  /// @param after as it will count, null where it will not
  /// @throws ProblemException 409 when a quota is full: the transaction is to be rolled back
  public void move(@Nullable Counted before, @Nullable Counted after) {
    Counted either = Objects.requireNonNull(after == null ? before : after);
    // A row that is changed does not hold on to its version by itself, as a new one does.
    quotas.hold(either.surveyVersionId());
    Map<UUID, Integer> changes = new HashMap<>();
    List<SurveyQuota> entered = new ArrayList<>();
    for (SurveyQuota quota : quotas.of(Set.of(either.surveyId()))) {
      boolean was = before != null && belongs(before, quota);
      boolean is = after != null && belongs(after, quota);
      if (was != is) {
        changes.put(quota.id(), is ? 1 : -1);
      }
      if (is && !was) {
        entered.add(quota);
      }
    }
    Map<UUID, Integer> left = quotas.lock(changes.keySet());
    for (SurveyQuota quota : entered) {
      if (left.getOrDefault(quota.id(), 1) < 1) {
        throw new ProblemException(QuotaProblems.QUOTA_FULL, full(quota));
      }
    }
    quotas.count(changes);
  }

  /// Takes places for as many new responses as there are, in their order.
  ///
  /// @return those for which there were none, by id, with the reason
  public Map<UUID, String> takeEach(Collection<Counted> responses) {
    List<SurveyQuota> all = ofSurveys(responses);
    Map<UUID, Integer> left = quotas.lock(concerned(all, responses).keySet());
    Map<UUID, Integer> taken = new HashMap<>();
    Map<UUID, String> refused = new HashMap<>();
    for (Counted response : responses) {
      List<SurveyQuota> own = all.stream().filter(quota -> belongs(response, quota)).toList();
      own.stream()
          .filter(each -> left.getOrDefault(each.id(), 1) <= taken.getOrDefault(each.id(), 0))
          .findFirst()
          .ifPresentOrElse(
              each -> refused.put(response.id(), full(each)),
              () -> own.forEach(each -> taken.merge(each.id(), 1, Integer::sum)));
    }
    quotas.count(taken);
    return refused;
  }

  /// Counts responses that are there whatever the limits say, such as imported ones.
  public void countEach(Collection<Counted> responses) {
    Map<UUID, Integer> more = concerned(ofSurveys(responses), responses);
    quotas.lock(more.keySet());
    quotas.count(more);
  }

  /// Whether there is still a place for who has said this so far: to tell them before they answer
  /// all the rest in vain. It takes none.
  ///
  /// @throws ProblemException 409 when a quota to which they belong is full
  public void demandRoom(
      UUID surveyId, List<Answer> answers, Map<String, AttributeValue> attributes) {
    for (SurveyQuota quota : quotas.of(Set.of(surveyId))) {
      if (quota.isFull() && quota.takes(answers, attributes)) {
        throw new ProblemException(QuotaProblems.QUOTA_FULL, full(quota));
      }
    }
  }

  private List<SurveyQuota> ofSurveys(Collection<Counted> responses) {
    Set<UUID> surveys = new HashSet<>();
    responses.forEach(response -> surveys.add(response.surveyId()));
    return surveys.isEmpty() ? List.of() : quotas.of(surveys);
  }

  /// How many of the responses belong to each quota that any belongs to.
  private static Map<UUID, Integer> concerned(
      List<SurveyQuota> quotas, Collection<Counted> responses) {
    Map<UUID, Integer> concerned = new HashMap<>();
    for (SurveyQuota quota : quotas) {
      int own = (int) responses.stream().filter(each -> belongs(each, quota)).count();
      if (own > 0) {
        concerned.put(quota.id(), own);
      }
    }
    return concerned;
  }

  private static boolean belongs(Counted response, SurveyQuota quota) {
    return quota.surveyId().equals(response.surveyId())
        && quota.takes(response.answers(), response.attributes());
  }

  private static String full(SurveyQuota quota) {
    return "The quota \"%s\" takes %d responses, which are there."
        .formatted(quota.name(), quota.most());
  }
}
