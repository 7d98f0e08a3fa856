package org.customerfocus.survey.authoring;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where a survey is in its life.
public enum SurveyStatus implements WireEnum {
  /// Nothing published yet; publishing its first version ends this.
  DRAFT,
  /// Its versions take responses.
  PUBLISHED,
  /// It takes no more responses.
  CLOSED;

  /// What a change of status may lead to; a draft is published by making a version.
  public List<SurveyStatus> allowed() {
    return switch (this) {
      case DRAFT -> List.of();
      case PUBLISHED -> List.of(CLOSED);
      case CLOSED -> List.of(PUBLISHED);
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<SurveyStatus> {
    Column() {
      super(SurveyStatus.class);
    }
  }
}
