package org.customerfocus.survey.improvement;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.Map;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class MessagesColumn extends JsonColumn<Map<String, String>> {

  MessagesColumn() {
    super(new TypeReference<>() {});
  }
}
