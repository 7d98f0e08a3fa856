package org.customerfocus.customer.interaction;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Interactions that arrive together. Their own constraints are checked one by one, so that one bad
/// interaction keeps no other out.
@Schema(description = "Up to 1,000 interactions; each is judged on its own.")
record InteractionBatchRequest(
    @NotNull @Size(min = 1, max = 1000) List<@NotNull InteractionRequest> interactions) {}
