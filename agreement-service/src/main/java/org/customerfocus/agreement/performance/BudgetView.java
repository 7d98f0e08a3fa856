package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.agreement.performance.AttainmentView.AttainmentPeriod;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How much bad is left in the current period, and how fast it is spent.
@Schema(
    name = "ErrorBudgetView",
    description = "How much bad is left in the current period, and how fast it is spent.")
record BudgetView(
    UUID commitmentId,
    UUID agreementId,
    Instant cut,
    @Schema(
            description =
                "The current period, with its budget; absent where the commitment does not"
                    + " hold now.")
        @Nullable AttainmentPeriod period,
    @Schema(description = "The share of the budget that is left; below 0 when it is overspent.")
        Figure remaining,
    @Schema(description = "Fastest first; none where there is no budget.") List<BurnAlert> alerts) {

  /// A pair of windows.
  @Schema(description = "Two windows that both have to exceed a burn rate.")
  record BurnAlert(
      @Schema(
              description =
                  "share · period / long window: so fast the long window spends that share of the"
                      + " whole budget.")
          Figure factor,
      @Schema(description = "An ISO 8601 duration.", examples = "PT1H") String longWindow,
      @Schema(description = "1 spends just all of the budget by the end of the period.")
          Figure longBurnRate,
      @Schema(description = "An ISO 8601 duration.", examples = "PT5M") String shortWindow,
      Figure shortBurnRate,
      @Schema(description = "Whether both exceed the factor.") Boolean alerting) {}
}
