package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the provider gets: money, or anything else of value to it.
@Schema(
    description =
        "What the provider gets for what it promises: money, with or without its amount, or"
            + " anything else of value to it, described.")
public record AgreedCompensation(
    @NotNull CompensationKind kind,
    @Size(max = 1000) @Schema(description = "In words; required where there is no amount.")
        @Nullable String description,
    @Valid @Schema(description = "How much; of money alone.") @Nullable Money amount,
    @Pattern(regexp = Periods.PATTERN, message = Periods.MESSAGE)
        @Schema(
            description = "The period that the amount is for, such as P1M; absent for once.",
            examples = "P1M",
            maxLength = 17)
        @Nullable String per) {

  /// What contradicts itself, at the pointer of this compensation.
  List<FieldError> faults(String at) {
    List<FieldError> faults = new ArrayList<>();
    if (amount != null && kind != CompensationKind.MONEY) {
      faults.add(FieldError.at(at + "/amount", "only money has an amount: describe it instead"));
    }
    if (amount != null && amount.value().signum() < 0) {
      faults.add(FieldError.at(at + "/amount/amount", "must not be negative"));
    }
    if (per != null && amount == null) {
      faults.add(FieldError.at(at + "/per", "is the period of an amount: give the amount"));
    }
    if (per != null && Periods.isEmpty(per)) {
      faults.add(FieldError.at(at + "/per", "must be longer than nothing"));
    }
    if (amount == null && (description == null || description.isBlank())) {
      faults.add(FieldError.at(at + "/description", "say what it is"));
    }
    return faults;
  }
}
