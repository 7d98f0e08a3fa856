package org.customerfocus.survey.counting;

import java.util.Set;
import java.util.UUID;

/// What counts are split by.
///
/// @param id the linkId of a question, the key of an attribute, or what else the kind names
/// @param kind where the part of a response is found
/// @param foldedIn the versions of which the counts by it are kept; empty where it is counted each
///   time
public record Split(String id, SplitKind kind, Set<UUID> foldedIn) {

  public Split {
    foldedIn = Set.copyOf(foldedIn);
  }

  boolean folded() {
    return !foldedIn.isEmpty();
  }

  /// The name under which its counts are kept: whatever is called the same is told apart by what no
  /// id begins with.
  String foldedAs() {
    return switch (kind) {
      case ATTRIBUTE, ATTRIBUTES, FROZEN -> id;
      case QUESTION -> "?" + id;
      case RESPONSE, DAY -> ":" + id;
    };
  }

  /// In which part those are whose version does not know it.
  String none() {
    return kind == SplitKind.QUESTION ? "no-answer" : "no-value";
  }
}
