package org.customerfocus.survey.counting;

import java.util.Set;
import java.util.UUID;

/// What counts are split by.
///
/// @param id the linkId of a question or the key of an attribute
/// @param foldedIn the versions of which the counts by it are kept; empty where it is counted each
///   time
public record Split(String id, boolean ofQuestion, Set<UUID> foldedIn) {

  public Split {
    foldedIn = Set.copyOf(foldedIn);
  }

  boolean folded() {
    return !foldedIn.isEmpty();
  }
}
