package org.customerfocus.agreement.underpinning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.supportchain.Promise;
import org.customerfocus.agreement.supportchain.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether the promises of an agreement rest on what was promised upstream.
@Schema(
    description =
        "Every promise of an agreement, and those upstream that they rest on, each held against what"
            + " supports it.")
public record SupportChainView(
    UUID agreementId,
    LocalDate asOf,
    @Schema(description = "How the promises of this agreement itself stand.")
        SupportSummary summary,
    @Schema(description = "Level by level, beginning with those of this agreement.", maxItems = 500)
        List<SupportedPromise> promises,
    @Schema(description = "Whether there is more upstream than is shown.") boolean truncated) {

  /// How many promises there are of each verdict.
  @Schema(description = "How many promises there are of each verdict.")
  public record SupportSummary(int supported, int notSupported, int unknown) {}

  /// One promise in the chain.
  @Schema(description = "One promise, and whether what it rests on is enough.")
  public record SupportedPromise(
      @Schema(description = "0 for the agreement itself, 1 for what it rests on, and so on.")
          Integer level,
      UUID agreementId,
      String agreementName,
      @Schema(description = "By the id of its first wording.") UUID commitmentId,
      String name,
      Promise.Measure measure,
      @Schema(description = "Over which it holds; unlike windows are not composed.") String window,
      SupportBound target,
      @Schema(description = "Of a percentile: the value on whose side so many have to lie.")
          @Nullable SupportBound limit,
      @Nullable String unit,
      Verdict verdict,
      @Schema(description = "Why nothing can be said, or what falls short.")
          @Nullable String reason,
      @Schema(description = "What the arithmetic takes for granted.") @Nullable String assumption,
      @Schema(description = "The arithmetic, line by line.", maxItems = 10) List<SupportStep> steps,
      @Schema(description = "The commitments that it rests on.", maxItems = 500)
          List<UUID> supportedBy,
      @Schema(
              description = "Agreements that it would rest on, which are not in force on that day.",
              maxItems = 500)
          List<UUID> notInForce) {}

  /// What has to be reached.
  @Schema(description = "A value, and the side of it that is wanted.")
  public record SupportBound(Comparator comparator, BigDecimal value) {}

  /// One line of the arithmetic.
  @Schema(description = "One line of the arithmetic.")
  public record SupportStep(
      @Schema(description = "What is computed.") String what,
      @Schema(description = "The numbers themselves.", examples = "0.9995 × 0.999 = 0.9985005")
          String expression) {}
}
