package org.customerfocus.survey.feedbackimport;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter(autoApply = true)
final class FeedbackMappingColumn extends JsonColumn<FeedbackMapping> {

  FeedbackMappingColumn() {
    super(new TypeReference<>() {});
  }
}
