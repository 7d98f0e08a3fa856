package org.customerfocus.survey.delivery;

import java.util.List;

/// Whether a person can be written to now.
sealed interface Recipient {

  /// @param languages BCP 47 tags, the best liked first
  record Reachable(String name, String address, List<String> languages) implements Recipient {}

  record Unreachable(Outcome because) implements Recipient {}
}
