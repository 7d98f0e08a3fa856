package org.customerfocus.agreement.contract;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the error budget of a commitment is made of. The names are those of OpenSLO.
@Schema(
    description =
        "What is counted against the target: every occurrence (or all of the time), or slices of"
            + " time, each of which is good when its own share reaches sliceTarget.")
public record CommitmentBudgeting(
    @NotNull Method method,
    @Pattern(
            regexp = "PT([1-9][0-9]{0,2}M|[1-9]H|1[0-9]H|2[0-4]H)",
            message = "must be minutes or hours such as PT1M, a day at most")
        @Schema(
            description = "How long a slice is; of timeslices alone.",
            examples = "PT1M",
            maxLength = 6)
        @Nullable String slice,
    @DecimalMin("0")
        @DecimalMax("1")
        @Decimals(max = 9)
        @Schema(description = "The share of a slice that has to be good for it to be good.")
        @Nullable BigDecimal sliceTarget) {

  /// Every occurrence counts for itself.
  public static final CommitmentBudgeting OCCURRENCES =
      new CommitmentBudgeting(Method.OCCURRENCES, null, null);

  /// What is counted.
  @Schema(name = "BudgetingMethod")
  public enum Method implements WireEnum {
    OCCURRENCES,
    TIMESLICES
  }

  public CommitmentBudgeting {
    sliceTarget = PlainDecimal.of(sliceTarget);
  }

  /// @throws IllegalStateException where occurrences are counted
  public Duration sliceLength() {
    if (slice == null) {
      throw new IllegalStateException("Occurrences have no slices");
    }
    return Duration.parse(slice);
  }

  List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    boolean slices = method == Method.TIMESLICES;
    if (slices != (slice != null)) {
      faults.add(
          FieldError.at(
              at + "/slice",
              slices ? "is required: how long a slice is" : "is of timeslices alone"));
    }
    if (slices != (sliceTarget != null)) {
      faults.add(
          FieldError.at(
              at + "/sliceTarget",
              slices ? "is required: when a slice is good" : "is of timeslices alone"));
    }
    return faults;
  }
}
