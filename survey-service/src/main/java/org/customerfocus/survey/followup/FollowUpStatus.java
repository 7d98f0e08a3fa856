package org.customerfocus.survey.followup;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What became of the promise.
enum FollowUpStatus implements WireEnum {
  PROMISED,
  DONE,
  /// Nobody waits for it any more.
  CANCELLED;

  List<FollowUpStatus> next() {
    return this == PROMISED ? List.of(DONE, CANCELLED) : List.of();
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<FollowUpStatus> {
    Column() {
      super(FollowUpStatus.class);
    }
  }
}
