package org.customerfocus.agreement.unit;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A unit as it is shown.
@Schema(description = "A unit that values are told in.")
public record UnitView(
    @Schema(description = "What it is named by: of the built-in ones the code of UCUM.")
        String code,
    @Schema(description = "What it is called, by language (BCP 47).") Map<String, String> names,
    @Schema(description = "What it measures, such as time, length or count.") String dimension,
    @Schema(description = "Whether it is built in, and so cannot change.") boolean standard) {

  /// The whole catalogue.
  @Schema(name = "UnitCatalogue", description = "The built-in units and your own.")
  record Catalogue(List<UnitView> items) {}

  static UnitView of(Unit unit) {
    UnitRequest as = unit.describe();
    return new UnitView(as.code(), as.names(), as.dimension(), false);
  }
}
