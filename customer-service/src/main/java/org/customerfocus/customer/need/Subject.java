package org.customerfocus.customer.need;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What evidence and scores are about: a need or a requirement.
record Subject(@Nullable UUID needId, @Nullable UUID requirementId) {

  static Subject need(UUID id) {
    return new Subject(id, null);
  }

  static Subject requirement(UUID id) {
    return new Subject(null, id);
  }
}
