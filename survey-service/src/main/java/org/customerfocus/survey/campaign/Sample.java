package org.customerfocus.survey.campaign;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.customerfocus.survey.sampling.SampleSize;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many to ask, and how they are drawn.
@Schema(
    name = "CampaignSample",
    description =
        "How many to invite: size, or what a margin of error takes. The same seed and population"
            + " give the same draw. Who may not be contacted is replaced by the next one drawn.")
record Sample(
    @Min(1) @Max(10_000_000) @Schema(description = "How many people.") @Nullable Long size,
    @DecimalMin("0.001")
        @DecimalMax("0.5")
        @Schema(
            description =
                "Half the width of the interval of a share, in the worst case; with the correction"
                    + " for a finite population. It counts answers: raise the size by the response"
                    + " rate that you expect.",
            examples = "0.05")
        @Nullable Double margin,
    @DecimalMin("0.5")
        @DecimalMax("0.999")
        @Schema(description = "The confidence of the margin; 0.95 unless said otherwise.")
        @Nullable Double level,
    @Min(0)
        @Max(9_007_199_254_740_991L)
        @Schema(description = "Decides the draw; one is chosen where none is given.")
        @Nullable Long seed,
    @Schema(description = "Draws from each part of the population in proportion to its size.")
        @Nullable StratifyBy stratifyBy) {

  static final Sample EVERYBODY = new Sample(null, null, null, 0L, null);

  /// How many of a population to invite; all of it where nothing was said.
  long of(long population) {
    if (margin != null) {
      return SampleSize.forMargin(margin, level == null ? 0.95 : level, population);
    }
    return size == null ? population : Math.min(size, population);
  }

  Sample seeded(long chosen) {
    return seed != null ? this : new Sample(size, margin, level, chosen, stratifyBy);
  }

  long seedOrZero() {
    return seed == null ? 0 : seed;
  }
}
