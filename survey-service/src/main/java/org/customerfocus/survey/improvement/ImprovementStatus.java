package org.customerfocus.survey.improvement;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where an improvement is in its life.
enum ImprovementStatus implements WireEnum {
  /// Something could be better.
  OPPORTUNITY,
  /// It is known what is to be done.
  PLANNED,
  IN_PROGRESS,
  /// It is done; whether it helped is verified from then on.
  DONE,
  ABANDONED;

  List<ImprovementStatus> allowed() {
    return switch (this) {
      case OPPORTUNITY -> List.of(PLANNED, IN_PROGRESS, DONE, ABANDONED);
      case PLANNED -> List.of(OPPORTUNITY, IN_PROGRESS, DONE, ABANDONED);
      case IN_PROGRESS -> List.of(PLANNED, DONE, ABANDONED);
      case DONE -> List.of();
      case ABANDONED -> List.of(OPPORTUNITY);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ImprovementStatus> {
    Column() {
      super(ImprovementStatus.class);
    }
  }
}
