package org.customerfocus.survey.feedbackimport;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class RowErrorsColumn extends JsonColumn<List<FeedbackRow.FeedbackRowError>> {

  RowErrorsColumn() {
    super(new TypeReference<>() {});
  }
}
