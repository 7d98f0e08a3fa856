package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class RowFaultsColumn extends JsonColumn<List<RowFault>> {

  RowFaultsColumn() {
    super(new TypeReference<>() {});
  }
}
