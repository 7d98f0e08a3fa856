package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter(autoApply = true)
final class MappingColumn extends JsonColumn<CustomerImportMapping> {

  MappingColumn() {
    super(new TypeReference<>() {});
  }
}
