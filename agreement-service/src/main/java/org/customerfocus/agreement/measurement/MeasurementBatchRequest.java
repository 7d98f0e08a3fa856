package org.customerfocus.agreement.measurement;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Measurements that arrive together. Their own constraints are checked one by one, so that one bad
/// measurement keeps no other out.
@Schema(description = "Up to 10,000 measurements; each is judged on its own.")
record MeasurementBatchRequest(
    @NotNull @Size(min = 1, max = MAX) List<@NotNull MeasurementRequest> measurements) {

  static final int MAX = 10_000;
}
