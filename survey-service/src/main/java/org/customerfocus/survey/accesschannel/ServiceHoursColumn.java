package org.customerfocus.survey.accesschannel;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

@Converter(autoApply = true)
final class ServiceHoursColumn extends JsonColumn<ServiceHours> {

  ServiceHoursColumn() {
    super(new TypeReference<>() {});
  }
}
