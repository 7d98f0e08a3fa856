package org.customerfocus.survey.results;

import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// What figures are of, and how small a group they may tell about.
///
/// @param versions all versions of the survey, the oldest first
/// @param scope the version that the results are of, or null for all
record Frame(
    List<PublishedVersion> versions, @Nullable PublishedVersion scope, Withholding withholding) {

  Frame(List<PublishedVersion> versions, @Nullable PublishedVersion scope) {
    this(versions, scope, new Withholding(versions.getLast().anonymityThreshold()));
  }

  /// Why something is not told.
  String reason() {
    return "Fewer than %d people, or the rest of a total that would tell of fewer."
        .formatted(versions.getLast().anonymityThreshold());
  }

  /// The linkIds of a version's questions.
  List<String> asked(UUID version) {
    return versions.stream()
        .filter(each -> each.id().equals(version))
        .flatMap(each -> each.questionnaire().questions().stream())
        .map(Item::linkId)
        .toList();
  }
}
