package org.customerfocus.agreement.openslo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An agreement in OpenSLO.
@Schema(description = "The commitments of an agreement as documents in OpenSLO v1.")
record OpenSloExportView(
    UUID agreementId,
    @Schema(
            description = "A Service, an SLI for each metric, an SLO for each commitment.",
            maxItems = 200)
        List<Map<String, Object>> documents,
    @Schema(description = "The commitments that OpenSLO cannot express.", maxItems = 50)
        List<OpenSloLeftOut> leftOut) {

  /// A commitment that OpenSLO cannot express.
  @Schema(description = "A commitment that OpenSLO cannot express, and why.")
  record OpenSloLeftOut(UUID commitmentId, String name, String reason) {}
}
