package org.customerfocus.customer.loyalty;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Purchases that arrive together. Their own constraints are checked one by one, so that one bad
/// purchase keeps no other out.
@Schema(description = "Up to 1,000 purchases; each is judged on its own.")
record PurchaseBatchRequest(
    @NotNull @Size(min = 1, max = 1000) List<@NotNull PurchaseRequest> purchases) {}
