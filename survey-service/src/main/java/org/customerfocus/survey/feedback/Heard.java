package org.customerfocus.survey.feedback;

import java.time.Instant;
import java.util.UUID;

/// Feedback that is recorded, as other features see it.
///
/// @param said as it was recorded
public record Heard(UUID id, FeedbackRequest said, Instant receivedAt) {

  static Heard of(Feedback feedback) {
    FeedbackRequest said = feedback.asRequest();
    return new Heard(
        feedback.id(), said, said.receivedAt() == null ? feedback.createdAt() : said.receivedAt());
  }
}
