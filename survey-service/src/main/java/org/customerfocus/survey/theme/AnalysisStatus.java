package org.customerfocus.survey.theme;

import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How far an analysis is.
enum AnalysisStatus implements WireEnum {
  /// Its themes are computed soon.
  QUEUED,
  /// Its themes are there.
  DONE,
  /// It could not be computed.
  FAILED;

  List<AnalysisStatus> allowed() {
    return this == QUEUED ? List.of() : List.of(QUEUED);
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<AnalysisStatus> {
    Column() {
      super(AnalysisStatus.class);
    }
  }
}
