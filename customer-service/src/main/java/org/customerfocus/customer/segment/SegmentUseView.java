package org.customerfocus.customer.segment;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What uses a segment.
@Schema(name = "SegmentUseView", description = "Something that uses a segment.")
record SegmentUseView(
    @Schema(description = "The service that has it: customer, survey or agreement.") String service,
    @Schema(description = "What it is, such as requirement or campaign.") String resourceType,
    UUID resourceId) {

  @Override
  public String toString() {
    return resourceType + " " + resourceId;
  }
}
