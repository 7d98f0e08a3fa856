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
    for (SurveyQuota quota : quotas.of(Set.of(either.surveyId()))) {
      boolean was = before != null && belongs(before, quota);
      boolean is = after != null && belongs(after, quota);
      if (was && !is) {
        quotas.count(quota.id(), -1);
      } else if (is && !was && !quotas.take(quota.id())) {
        throw new ProblemException(QuotaProblems.QUOTA_FULL, full(quota));
      }
    }
  }

  /// Takes places for as many new responses as there are, in their order.
  ///
  /// @return those for which there were none, by id, with the reason
  public Map<UUID, String> takeEach(Collection<Counted> responses) {
    Map<UUID, String> refused = new HashMap<>();
    List<SurveyQuota> all = heldTogether(responses);
    for (Counted response : responses) {
      List<SurveyQuota> taken = new ArrayList<>();
      for (SurveyQuota quota : all) {
        if (!belongs(response, quota)) {
          continue;
        }
        if (quotas.take(quota.id())) {
          taken.add(quota);
        } else {
          taken.forEach(each -> quotas.count(each.id(), -1));
          refused.put(response.id(), full(quota));
          break;
        }
      }
    }
    return refused;
  }

  /// Counts responses that are there whatever the limits say, such as imported ones.
  public void countEach(Collection<Counted> responses) {
    for (SurveyQuota quota : heldTogether(responses)) {
      long more = responses.stream().filter(response -> belongs(response, quota)).count();
      if (more > 0) {
        quotas.count(quota.id(), (int) more);
      }
    }
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

  /// The quotas of their surveys; where there are several responses, locked.
  private List<SurveyQuota> heldTogether(Collection<Counted> responses) {
    Set<UUID> surveys = new HashSet<>();
    responses.forEach(response -> surveys.add(response.surveyId()));
    List<SurveyQuota> all = surveys.isEmpty() ? List.of() : quotas.of(surveys);
    if (!all.isEmpty() && responses.size() > 1) {
      quotas.lock(all);
    }
    return all;
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
