package org.customerfocus.agreement.measurement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One measurement, as its source reports it. Equal reports are equal records: instants have the
/// database's microseconds, decimals no trailing zeros.
@Schema(
    description =
        "One promised thing and what came of it. Without good, value, unknown and completedAt it is"
            + " open: its outcome is sent later under the same source and sourceId.")
public record MeasurementRequest(
    @Schema(description = "The system that reports it.") @NotBlank @Size(max = 100) String source,
    @Schema(description = "Its id there; a source reports each id once.") @NotBlank @Size(max = 200)
        String sourceId,
    @NotNull UUID metricId,
    @NotNull @Valid EntityReference entity,
    @Schema(description = "The customer relationship that it was done for.")
        @Nullable UUID customerId,
    @Schema(description = "The offering that it belongs to.") @Nullable UUID offeringId,
    @Schema(description = "Whatever else it is selected by, such as terminal: A.")
        @Nullable
        @Size(max = 20)
        Map<@NotBlank @Size(max = 100) String, @NotNull @Size(max = 200) String> dimensions,
    @Schema(description = "When it was promised for.") @Nullable Instant dueAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    @Schema(description = "In the metric's unit; for metrics of type threshold-share.")
        @Nullable
        @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        BigDecimal value,
    @Schema(
            description =
                "For metrics of type ratio. Where it is absent, completed no later than due is good.")
        @Nullable Boolean good,
    @Schema(description = "True where it happened but nobody knows how it went.")
        @Nullable Boolean unknown) {

  public MeasurementRequest {
    dimensions = dimensions == null ? Map.of() : new TreeMap<>(dimensions);
    dueAt = micros(dueAt);
    startedAt = micros(startedAt);
    completedAt = micros(completedAt);
    value = PlainDecimal.of(value);
    unknown = unknown != null && unknown;
  }

  private static @Nullable Instant micros(@Nullable Instant instant) {
    return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
  }

  /// The time that it is filed under, if it has any.
  @Nullable Instant at() {
    return dueAt != null ? dueAt : startedAt != null ? startedAt : completedAt;
  }

  boolean isUnknown() {
    return Boolean.TRUE.equals(unknown);
  }

  /// Whether nothing has come of it yet.
  boolean isOpen() {
    return !isUnknown() && good == null && value == null && completedAt == null;
  }

  /// Whether this is a later report of the same thing: the earlier one was open, and nothing that
  /// it said has changed. So the two may arrive in either order.
  boolean follows(MeasurementRequest earlier) {
    return earlier.isOpen()
        && !equals(earlier)
        && equals(
            new MeasurementRequest(
                earlier.source,
                earlier.sourceId,
                earlier.metricId,
                earlier.entity,
                earlier.customerId,
                earlier.offeringId,
                earlier.dimensions,
                earlier.dueAt,
                earlier.startedAt == null ? startedAt : earlier.startedAt,
                completedAt,
                value,
                good,
                unknown));
  }
}
