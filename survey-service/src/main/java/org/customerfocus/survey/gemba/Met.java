package org.customerfocus.survey.gemba;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Whom a visit met: listening coverage counts it for these.
@Schema(name = "GembaMet", description = "Whom the visit met, as they were then.")
record Met(
    @Schema(description = "Codes of their roles.") List<String> roles,
    @Schema(description = "The segments that they were in.") List<UUID> segmentIds) {

  static final Met NOBODY = new Met(List.of(), List.of());

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<Met> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
