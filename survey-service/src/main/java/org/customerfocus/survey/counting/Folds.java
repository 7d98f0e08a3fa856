package org.customerfocus.survey.counting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.FoldRepository.KeyOfVersion;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Scale;

/// Keeps the counts of whole responses, so that results need not read every answer each time.
/// Recording a response only appends it to the tail; a worker folds the tail into the counts.
@ApplicationScoped
public class Folds {

  // Fewer rows than these are added up faster than they are rewritten.
  private static final long FEWEST_TO_GATHER = 2_000;

  // So many answers make some 60,000 pairs of answers.
  private static final int MOST_ANSWERS = 250;

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
                Stream.concat(
                    attributes(version).stream()
                        .map(key -> new KeyOfVersion(version.id(), key, SplitKind.ATTRIBUTE)),
                    questions(version).stream()
                        .map(key -> new KeyOfVersion(version.id(), key, SplitKind.QUESTION))))
        .toList();
  }

  /// The attributes with few values.
  private static List<String> attributes(PublishedVersion version) {
    return version.questionnaire().attributes().stream()
        .filter(each -> each.type() == AttributeType.CHOICE || each.type() == AttributeType.BOOLEAN)
        .map(Attribute::key)
        .toList();
  }

  /// The questions with few answers: those of surveys that do not ask so many of them that what
  /// each two have to do with each other would be more than the answers. Questions with several
  /// answers come after those with one.
  private static List<String> questions(PublishedVersion version) {
    List<String> keys = new ArrayList<>();
    int answers = 0;
    for (boolean several : new boolean[] {false, true}) {
      List<String> more = new ArrayList<>();
      for (Item question : version.questionnaire().questions()) {
        int own = answers(question);
        if (own > 0 && several == (question.type() == ItemType.MULTIPLE_CHOICE)) {
          answers += own;
          more.add(question.linkId());
        }
      }
      if (answers <= MOST_ANSWERS) {
        keys.addAll(more);
      }
    }
    return keys;
  }

  private static int answers(Item question) {
    if (question.type().isScale()) {
      Scale scale = question.answerScale();
      return scale.max() - scale.min() + 1;
    }
    return switch (question.type()) {
      case SINGLE_CHOICE, MULTIPLE_CHOICE -> question.optionList().size();
      case CONSENT -> 2;
      default -> 0;
    };
  }

  /// The split by an attribute, as counts of it are kept.
  public static Split byAttribute(String key, List<PublishedVersion> versions) {
    return split(
        key,
        SplitKind.ATTRIBUTE,
        versions,
        Folds::attributes,
        version -> version.questionnaire().attribute(key) != null);
  }

  /// The split by a question, as counts of it are kept.
  public static Split byQuestion(String linkId, List<PublishedVersion> versions) {
    return split(
        linkId,
        SplitKind.QUESTION,
        versions,
        Folds::questions,
        version -> version.questionnaire().question(linkId) != null);
  }

  /// The split by what is known of each response, as counts of it are kept.
  ///
  /// @param kind RESPONSE, or DAY in UTC
  public static Split ofResponses(String id, SplitKind kind, List<PublishedVersion> versions) {
    return new Split(
        id, kind, versions.stream().map(PublishedVersion::id).collect(Collectors.toSet()));
  }

  private static Split split(
      String key,
      SplitKind kind,
      List<PublishedVersion> versions,
      Function<PublishedVersion, List<String>> folded,
      Predicate<PublishedVersion> known) {
    Set<UUID> foldedIn = new HashSet<>();
    for (PublishedVersion version : versions) {
      if (folded.apply(version).contains(key)) {
        foldedIn.add(version.id());
      } else if (known.test(version)) {
        // It is known to one version whose counts by it are not kept.
        return new Split(key, kind, Set.of());
      }
    }
    return new Split(key, kind, foldedIn);
  }
}
