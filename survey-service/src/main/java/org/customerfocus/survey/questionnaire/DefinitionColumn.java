package org.customerfocus.survey.questionnaire;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter(autoApply = true)
final class DefinitionColumn extends JsonColumn<Definition> {

  DefinitionColumn() {
    super(new TypeReference<>() {});
  }
}
