package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which score of which survey a promise is about, and how it is decided.
@Schema(
    description =
        "Which score of which survey the promise is about. It is decided by the score's interval:"
            + " met or breached where the whole interval lies on one side of the target, else"
            + " inconclusive; insufficient below minimumN.")
public record CommitmentSurvey(
    @NotNull UUID surveyId,
    @Schema(description = "Of which question; of all that ask for the score unless given.")
        @Nullable
        @Size(min = 1, max = 64)
        String linkId,
    @NotNull @Schema(description = "Which score of it.") Score score,
    @Min(1)
        @Max(1_000_000)
        @Schema(description = "Below so many valid answers nothing is decided; 30 unless given.")
        @Nullable Integer minimumN,
    @Schema(description = "interval unless given.") @Nullable DecideBy decideBy) {

  private static final int USUAL_MINIMUM = 30;

  /// A score, in the unit of its figure: points for nps, a share for csat, a mean for ces.
  @Schema(name = "PromisedScore")
  public enum Score implements WireEnum {
    NPS,
    CSAT,
    CES
  }

  /// What has to lie on the good side.
  @Schema(name = "DecideBy")
  public enum DecideBy implements WireEnum {
    /// The whole interval.
    INTERVAL,
    /// The score as it was observed.
    POINT
  }

  public CommitmentSurvey {
    minimumN = minimumN == null ? USUAL_MINIMUM : minimumN;
    decideBy = decideBy == null ? DecideBy.INTERVAL : decideBy;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public Integer minimumN() {
    return Objects.requireNonNull(minimumN);
  }

  @Override
  public DecideBy decideBy() {
    return Objects.requireNonNull(decideBy);
  }
}
