package org.customerfocus.agreement.statechange;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Changes of state that arrive together. Their own constraints are checked one by one, so that a
/// bad one keeps no other out.
@Schema(description = "Up to 10,000 state changes; each is judged on its own.")
record StateChangeBatchRequest(
    @NotNull @Size(min = 1, max = 10_000) List<@NotNull StateChangeRequest> stateChanges) {}
