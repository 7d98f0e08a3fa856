package org.customerfocus.survey.importing;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class CellErrorsColumn extends JsonColumn<List<MappedRow.CellError>> {

  CellErrorsColumn() {
    super(new TypeReference<>() {});
  }
}
