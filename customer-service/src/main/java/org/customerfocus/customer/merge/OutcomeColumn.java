package org.customerfocus.customer.merge;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class OutcomeColumn extends JsonColumn<Outcome> {

  OutcomeColumn() {
    super(new TypeReference<>() {});
  }
}
