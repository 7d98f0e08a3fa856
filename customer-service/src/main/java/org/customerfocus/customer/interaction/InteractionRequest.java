package org.customerfocus.customer.interaction;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.customerfocus.customer.journey.Channel;
import org.customerfocus.customer.recording.SourceRef;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An interaction as a client reports it. Equal reports are equal records: instants have the
/// database's microseconds.
@Schema(description = "A contact between a customer and the provider.")
record InteractionRequest(
    @NotNull UUID customerId,
    @Schema(description = "Where they met.") @Nullable UUID touchpointId,
    @Schema(description = "What it was about.") @Nullable UUID offeringId,
    @Schema(description = "By which way; the touchpoint's unless said otherwise.")
        @Nullable Channel channel,
    @NotNull @Schema(description = "Who turned to whom.") Direction direction,
    @NotNull Instant startedAt,
    @Schema(description = "When somebody answered; absent while nobody has.")
        @Nullable Instant answeredAt,
    @Schema(description = "When it was settled; absent while it is open.")
        @Nullable Instant resolvedAt,
    @Size(min = 1, max = 5000) @Nullable String summary,
    @Size(max = 50) @Schema(description = "Who took part.")
        @Nullable List<@NotNull @Valid InteractionParticipant> participants,
    @Valid @Nullable SourceRef externalRef) {

  @SuppressWarnings("ConstantValue") // what is missing is refused after it was read
  InteractionRequest {
    startedAt = startedAt == null ? startedAt : startedAt.truncatedTo(ChronoUnit.MICROS);
    answeredAt = answeredAt == null ? null : answeredAt.truncatedTo(ChronoUnit.MICROS);
    resolvedAt = resolvedAt == null ? null : resolvedAt.truncatedTo(ChronoUnit.MICROS);
    participants =
        participants == null
            ? List.of()
            : Collections.unmodifiableList(new ArrayList<>(participants));
  }
}
