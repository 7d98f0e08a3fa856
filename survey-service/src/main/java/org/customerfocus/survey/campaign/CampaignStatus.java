package org.customerfocus.survey.campaign;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a campaign is in its life.
enum CampaignStatus implements WireEnum {
  /// Being prepared.
  DRAFT,
  /// It starts at its time.
  SCHEDULED,
  /// People are being invited, or can answer.
  RUNNING,
  /// It came to its end.
  FINISHED,
  /// It was called off.
  CANCELLED;

  /// What a change of status may lead to; a scheduled campaign starts running by itself.
  List<CampaignStatus> allowed() {
    return switch (this) {
      case DRAFT -> List.of(SCHEDULED, CANCELLED);
      case SCHEDULED -> List.of(DRAFT, CANCELLED);
      case RUNNING -> List.of(FINISHED, CANCELLED);
      case FINISHED, CANCELLED -> List.of();
    };
  }

  boolean ended() {
    return this == FINISHED || this == CANCELLED;
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<CampaignStatus> {
    Column() {
      super(CampaignStatus.class);
    }
  }
}
