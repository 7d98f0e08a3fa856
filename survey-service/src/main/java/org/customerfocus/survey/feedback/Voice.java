package org.customerfocus.survey.feedback;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whether somebody said it, or it was told from what they do.
@Schema(name = "FeedbackVoice")
public enum Voice implements WireEnum {
  SPOKEN,
  UNSPOKEN;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<Voice> {
    Column() {
      super(Voice.class);
    }
  }
}
