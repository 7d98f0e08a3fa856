package org.customerfocus.survey.quota;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class ConditionsColumn extends JsonColumn<List<QuotaCondition>> {

  ConditionsColumn() {
    super(new TypeReference<>() {});
  }
}
