package org.customerfocus.survey.improvement;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An improvement as it is answered.
@Schema(description = "What could be better, what is done about it, and whether it helped.")
record ImprovementView(
    UUID id,
    String title,
    String opportunity,
    @Nullable String action,
    @Nullable UUID ownerPartyId,
    ImprovementStatus status,
    List<ImprovementStatus> allowedStatuses,
    @Nullable LocalDate dueOn,
    @Nullable Instant doneAt,
    ImprovementRequest.@Nullable ExpectedEffect expectedEffect,
    @Schema(
            description =
                "The expected effect as a share of the range of its score, by which improvements are"
                    + " ranked; 0 without one.",
            minimum = "-1",
            maximum = "1")
        double relativeEffect,
    @Schema(description = "Of the last verification.") ImprovementOutcome outcome,
    List<ImprovementRequest.Evidence> evidence,
    List<ImprovementRequest.Effect> effects,
    @Schema(description = "What those whose words led to it are told by e-mail, by language.")
        @Nullable Map<@Size(min = 2, max = 35) String, @Size(max = 5000) String> messages,
    @Schema(description = "What it would cost somebody, and which improvements pull the other way.")
        List<Conflict> conflicts,
    Instant createdAt,
    Instant updatedAt) {

  /// What kind of conflict it is.
  enum ConflictKind implements WireEnum {
    /// It raises one thing and lowers another.
    TRADE_OFF,
    /// Another improvement pulls the same the other way.
    OPPOSED
  }

  /// A conflict.
  @Schema(name = "ImprovementConflict", description = "A trade-off, or another improvement's pull.")
  record Conflict(
      ConflictKind kind,
      @Schema(description = "What is lowered, or pulled both ways.") @Nullable UUID requirementId,
      @Nullable String role,
      @Schema(description = "What this improvement does to it.") EffectDirection direction,
      @Schema(description = "The other improvement; absent for a trade-off.")
          @Nullable UUID improvementId) {}
}
