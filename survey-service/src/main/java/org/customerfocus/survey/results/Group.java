package org.customerfocus.survey.results;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// What was counted for some respondents: in scope, and of each version of the survey, since the
/// versions are the cells of one total and could tell of each other.
final class Group {
  private final Frame frame;
  private final Map<String, Tally> inScope = new HashMap<>();
  private final Map<UUID, Map<String, Tally>> byVersion = new LinkedHashMap<>();
  private final Map<UUID, Long> peopleByVersion = new LinkedHashMap<>();
  private long people;
  private boolean weighted;

  Group(Frame frame) {
    this.frame = frame;
    frame
        .versions()
        .forEach(
            version -> {
              byVersion.put(version.id(), new HashMap<>());
              peopleByVersion.put(version.id(), 0L);
            });
  }

  void add(CountedRow row) {
    Map<String, Tally> own = byVersion.computeIfAbsent(row.version(), id -> new HashMap<>());
    boolean counts = frame.scope() == null || frame.scope().id().equals(row.version());
    if (row.linkId() == null) {
      peopleByVersion.merge(row.version(), row.people(), Long::sum);
      people += counts ? row.people() : 0;
      weighted |= row.weighted();
      frame
          .asked(row.version())
          .forEach(
              question -> {
                tally(own, question).addPeople(row.people());
                if (counts) {
                  tally(inScope, question).addPeople(row.people());
                }
              });
    } else {
      tally(own, row.linkId()).add(row);
      if (counts) {
        tally(inScope, row.linkId()).add(row);
      }
    }
  }

  Tally of(Item question) {
    return tally(inScope, question.linkId());
  }

  /// Whether it tells about too few people, or about too few of another version.
  boolean small() {
    return frame.scope() == null
        ? frame.withholding().small(people)
        : hiddenVersions().contains(frame.scope().id());
  }

  boolean small(Item question) {
    if (frame.scope() == null) {
      return frame.withholding().small(of(question).n());
    }
    Map<UUID, Long> sizes = new LinkedHashMap<>();
    byVersion.forEach((version, own) -> sizes.put(version, tally(own, question.linkId()).n()));
    return frame.withholding().withheld(sizes, hiddenVersions()).contains(frame.scope().id());
  }

  /// How many there are of a version: respondents, or those who answered a question.
  long size(UUID version, @Nullable Item question) {
    return question == null
        ? peopleByVersion.getOrDefault(version, 0L)
        : tally(byVersion.getOrDefault(version, new HashMap<>()), question.linkId()).n();
  }

  /// Whether any answer to the question was given by too few, in scope or in any version.
  boolean hasSmallCount(Item question) {
    return frame.scope() == null
        ? hasSmallCount(of(question))
        : byVersion.values().stream().anyMatch(own -> hasSmallCount(tally(own, question.linkId())));
  }

  /// Of several choices, those who did not choose an option are a cell as well.
  private boolean hasSmallCount(Tally tally) {
    return tally.counts().anyMatch(count -> frame.withholding().smallWithin(count, tally.n()))
        || tally.nonAnswers().values().stream().anyMatch(frame.withholding()::small);
  }

  Set<UUID> hiddenVersions() {
    return frame.withholding().withheld(peopleByVersion, Set.of());
  }

  private static Tally tally(Map<String, Tally> tallies, String linkId) {
    return tallies.computeIfAbsent(linkId, id -> new Tally());
  }

  /// How many respondents there are in scope.
  long people() {
    return people;
  }

  /// Whether any of them has a weight.
  boolean weighted() {
    return weighted;
  }
}
