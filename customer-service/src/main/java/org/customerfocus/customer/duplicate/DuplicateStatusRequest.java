package org.customerfocus.customer.duplicate;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What may change in a pair.
@Schema(name = "DuplicateStatusRequest", description = "What may change in a pair: the judgement.")
record DuplicateStatusRequest(@NotNull DuplicateStatus status) {}
