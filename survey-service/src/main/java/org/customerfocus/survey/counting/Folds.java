package org.customerfocus.survey.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.FoldRepository.KeyOfVersion;

/// Keeps the counts of whole responses, so that results need not read every answer each time.
/// Recording a response only appends it to the tail; a worker folds the tail into the counts.
@ApplicationScoped
public class Folds {

  // Fewer rows than these are added up faster than they are rewritten.
  private static final long FEWEST_TO_GATHER = 2_000;

  private final FoldRepository folds;
  private final PublishedSurveys surveys;

  Folds(FoldRepository folds, PublishedSurveys surveys) {
    this.folds = folds;
    this.surveys = surveys;
  }

  /// Takes responses out of the counts whose answers, attributes, weight or status are about to
  /// change, in the same transaction. [#changed] puts them back as they have become.
  public void changing(Collection<UUID> responses) {
    if (responses.isEmpty()) {
      return;
    }
    Set<UUID> folded = new HashSet<>(responses);
    folded.removeAll(folds.take(responses));
    if (!folded.isEmpty()) {
      folds.add(folded, keys(folds.surveys(folded)), -1);
    }
  }

  /// Counts responses again, those of them that count, from the next reading of results on.
  public void changed(Collection<UUID> responses) {
    if (!responses.isEmpty()) {
      folds.giveBack(responses);
    }
  }

  /// Folds some of a survey's tail, in a transaction.
  ///
  /// @return whether there may be more
  boolean foldSome(UUID surveyId, int most) {
    List<UUID> taken = folds.take(surveyId, most);
    if (!taken.isEmpty()) {
      folds.add(taken, keys(Set.of(surveyId)), 1);
      folds.gather(surveyId, FEWEST_TO_GATHER);
    }
    return taken.size() == most;
  }

  private List<KeyOfVersion> keys(Set<UUID> ids) {
    return ids.stream()
        .flatMap(id -> surveys.ofSurvey(id).stream())
        .flatMap(
            version ->
                version.definition().foldedKeys().stream()
                    .map(key -> new KeyOfVersion(version.id(), key)))
        .toList();
  }

  /// The split by an attribute, as counts of it are kept.
  public static Split byAttribute(String key, List<PublishedVersion> versions) {
    Set<UUID> foldedIn = new HashSet<>();
    for (PublishedVersion version : versions) {
      if (version.definition().foldedKeys().contains(key)) {
        foldedIn.add(version.id());
      } else if (version.questionnaire().attribute(key) != null) {
        // In one version it has choices and in another it has none.
        return new Split(key, SplitKind.ATTRIBUTE, Set.of());
      }
    }
    return new Split(key, SplitKind.ATTRIBUTE, foldedIn);
  }
}
