package org.customerfocus.agreement.contract;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.agreement.credit.Tier;
import org.customerfocus.agreement.credit.TierFault;
import org.customerfocus.agreement.credit.Tiers;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What is owed when a promise is not kept, or surpassed.
@Schema(
    description =
        "What is owed when the promise is not kept, or surpassed: tiers without gap or overlap, each"
            + " from its lower limit (inclusive) to its upper one (exclusive). All amounts are of one"
            + " currency.")
public record CreditTerms(
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid CreditTier> tiers,
    @Min(0)
        @Max(9)
        @Schema(
            description =
                "To how many decimals the attainment is rounded (half up) before the tiers are asked;"
                    + " it is not rounded unless given.")
        @Nullable Integer decimals,
    @Valid
        @Schema(
            description =
                "The affected charge of a period; named when a credit is approved unless given.")
        @Nullable Money base,
    @Valid
        @Schema(
            description =
                "Up to which the credit may bring all that is granted for its period and for those"
                    + " within it, as the months in a quarter.")
        @Nullable CreditCap capPerPeriod,
    @Valid
        @Schema(description = "Up to which the credit may bring all that is granted in the term.")
        @Nullable CreditCap capPerTerm,
    @Schema(
            description =
                "What happens where other commitments owe credits for the same time: add (unless"
                    + " given) or only the highest.")
        @Nullable Stacking stacking,
    @Pattern(
            regexp = "P(?=[0-9])([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,3}D)?",
            message = "must be days, weeks or months, such as P30D")
        @Schema(
            description =
                "How long after the period is final a credit can be claimed; without limit unless"
                    + " given.",
            examples = "P30D",
            maxLength = 13)
        @Nullable String claimBy) {

  /// How the credits of several commitments for the same time go together.
  @Schema(name = "CreditStacking")
  public enum Stacking implements WireEnum {
    ADD,
    HIGHEST
  }

  public CreditTerms {
    stacking = stacking == null ? Stacking.ADD : stacking;
  }

  /// @param target that the commitment sets
  /// @param share whether an attainment lies between 0 and 1
  List<FieldError> faults(String at, Target target, boolean share) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < tiers.size(); i++) {
      checkTier(tiers.get(i), at + "/tiers/" + i, faults);
    }
    checkCurrencies(at, faults);
    if (faults.isEmpty()) {
      for (TierFault fault : Tiers.faults(asTiers(), target.bound(), share)) {
        String member = fault.member().isEmpty() ? "" : "/" + fault.member();
        faults.add(
            FieldError.at("%s/tiers/%d%s".formatted(at, fault.tier(), member), fault.detail()));
      }
    }
    return faults;
  }

  /// The tiers as they are applied, in their order here.
  public List<Tier> asTiers() {
    return tiers.stream().map(CreditTier::asTier).toList();
  }

  /// The currency of the amounts in it; null where there are none.
  public @Nullable String currency() {
    return amounts().values().stream().map(Money::currency).findFirst().orElse(null);
  }

  private void checkCurrencies(String at, List<FieldError> faults) {
    String currency = currency();
    amounts()
        .forEach(
            (place, amount) -> {
              if (!amount.currency().equals(currency)) {
                faults.add(
                    FieldError.at(
                        at + place + "/currency",
                        "must be %s, as the other amounts are".formatted(currency)));
              }
            });
  }

  /// By where they are; the base first.
  private Map<String, Money> amounts() {
    Map<String, Money> amounts = new LinkedHashMap<>();
    if (base != null) {
      amounts.put("/base", base);
    }
    for (int i = 0; i < tiers.size(); i++) {
      Money amount = tiers.get(i).amount();
      if (amount != null) {
        amounts.put("/tiers/%d/amount".formatted(i), amount);
      }
    }
    if (capPerPeriod != null && capPerPeriod.amount() != null) {
      amounts.put("/capPerPeriod/amount", capPerPeriod.amount());
    }
    if (capPerTerm != null && capPerTerm.amount() != null) {
      amounts.put("/capPerTerm/amount", capPerTerm.amount());
    }
    return amounts;
  }

  private static void checkTier(CreditTier tier, String at, List<FieldError> faults) {
    if (tier.share() == null && tier.amount() == null && tier.compensation() == null) {
      faults.add(FieldError.at(at, "needs a share, an amount or a compensation in words"));
    }
    if (tier.share() != null && tier.amount() != null) {
      faults.add(FieldError.at(at + "/amount", "is instead of a share: give one of them"));
    }
    Money amount = tier.amount();
    if (amount != null && amount.value().signum() < 0) {
      faults.add(FieldError.at(at + "/amount/amount", "must not be negative"));
    }
  }
}
