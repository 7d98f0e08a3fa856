package org.customerfocus.customer.segment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Customers to put into a list.
@Schema(name = "SegmentMembersRequest", description = "Customers to put into a list.")
record SegmentMembersRequest(@NotNull @Size(min = 1, max = 1000) List<@NotNull UUID> customerIds) {}
