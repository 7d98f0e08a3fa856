package org.customerfocus.agreement.breach;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.wire.JsonColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One turn that the result of a period took.
@Schema(description = "One turn that the result of the period took.")
public record BreachDecision(
    @Schema(description = "0 for a draft, 1 when the period became final, then one more each.")
        Integer revision,
    @Schema(description = "What the breach became by it.") BreachStatus status,
    Instant at) {

  /// A few turns, read and written whole.
  @Converter
  static final class Column extends JsonColumn<List<BreachDecision>> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
