package org.customerfocus.customer.duplicate;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class ComparedFieldsColumn extends JsonColumn<List<ComparedField>> {

  ComparedFieldsColumn() {
    super(new TypeReference<>() {});
  }
}
