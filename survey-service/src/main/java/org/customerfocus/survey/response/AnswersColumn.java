package org.customerfocus.survey.response;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;
import org.customerfocus.survey.questionnaire.Answer;

@Converter
final class AnswersColumn extends JsonColumn<List<Answer>> {

  AnswersColumn() {
    super(new TypeReference<>() {});
  }
}
