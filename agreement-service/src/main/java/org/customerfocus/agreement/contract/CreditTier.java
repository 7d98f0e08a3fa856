package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.customerfocus.agreement.credit.CreditKind;
import org.customerfocus.agreement.credit.Remedy;
import org.customerfocus.agreement.credit.Tier;
import org.customerfocus.agreement.number.Decimals;
import org.customerfocus.agreement.number.PlainDecimal;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is owed where the attainment lies in a half-open range.
@Schema(
    description =
        "What is owed where the attainment is at least from and below below, in the unit of the"
            + " target: a share of the base, an amount of money, or something else in words.")
public record CreditTier(
    @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        @Schema(description = "Inclusive; absent for no lower limit.")
        @Nullable BigDecimal from,
    @DecimalMin("-999999999999")
        @DecimalMax("999999999999")
        @Decimals(max = 9)
        @Schema(description = "Exclusive; absent for no upper limit.")
        @Nullable BigDecimal below,
    @Schema(description = "credit unless given: what the provider owes. A reward is owed to it.")
        @Nullable Kind kind,
    @DecimalMin("0")
        @DecimalMax("10")
        @Decimals(max = 9)
        @Schema(
            description = "Of the base, such as 0.10; above 1 where more than the base is owed.")
        @Nullable BigDecimal share,
    @Valid @Schema(description = "An amount of its own instead of a share.") @Nullable Money amount,
    @Size(min = 1, max = 1000)
        @Schema(description = "What else is owed, in words, such as a free month.")
        @Nullable String compensation) {

  /// Who owes whom.
  @Schema(name = "CreditTierKind")
  public enum Kind implements WireEnum {
    CREDIT,
    REWARD
  }

  public CreditTier {
    from = PlainDecimal.of(from);
    below = PlainDecimal.of(below);
    share = PlainDecimal.of(share);
    kind = kind == null ? Kind.CREDIT : kind;
  }

  /// As it is applied.
  Tier asTier() {
    Remedy remedy =
        share != null
            ? new Remedy.Share(share)
            : amount != null
                ? new Remedy.Amount(amount.value(), amount.currency())
                : new Remedy.Other(String.valueOf(compensation));
    return new Tier(
        kind == Kind.REWARD ? CreditKind.REWARD : CreditKind.CREDIT, from, below, remedy);
  }
}
