package org.customerfocus.survey.complaint;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import org.customerfocus.conventions.servicetime.Pause;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter
final class CasePausesColumn extends JsonColumn<List<Pause>> {

  CasePausesColumn() {
    super(new TypeReference<>() {});
  }
}
