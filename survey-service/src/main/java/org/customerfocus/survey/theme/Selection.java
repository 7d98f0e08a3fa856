package org.customerfocus.survey.theme;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.survey.feedback.FeedbackForm;
import org.jspecify.annotations.Nullable;

/// Which texts an analysis looks at.
record Selection(
    @Nullable List<String> linkIds,
    @Nullable String scoreLinkId,
    @Nullable List<FeedbackForm> forms,
    @Nullable UUID offeringId,
    @Nullable Instant from,
    @Nullable Instant to) {

  boolean has(Instant at) {
    return (from == null || !at.isBefore(from)) && (to == null || at.isBefore(to));
  }

  /// Whether the span is of whole days of UTC.
  boolean isOfDays() {
    return isMidnight(from) && isMidnight(to);
  }

  static boolean isMidnight(@Nullable Instant at) {
    return at == null || at.truncatedTo(ChronoUnit.DAYS).equals(at);
  }

  Selection ofAllTimes() {
    return new Selection(linkIds, scoreLinkId, forms, offeringId, null, null);
  }

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<Selection> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
