package org.customerfocus.conventions.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Currency;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// An amount of money, as decimal text at the currency's scale: never a binary floating-point
/// number.
///
/// @param amount such as `12.50`
/// @param currency ISO 4217, such as `EUR`
@AtCurrencyScale
@Schema(description = "An amount of money, at the currency's scale.")
public record Money(
    @NotNull
        @Pattern(
            regexp = "-?[0-9]{1,15}(\\.[0-9]{1,4})?",
            message = "must be a decimal number such as 12.50")
        @Schema(description = "A decimal number.", examples = "12.50", maxLength = 21)
        String amount,
    @NotNull
        @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code such as EUR")
        @Schema(description = "ISO 4217.", examples = "EUR", maxLength = 3)
        String currency) {

  public static Money of(BigDecimal amount, String currency) {
    int scale = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    BigDecimal exact = amount.stripTrailingZeros();
    return new Money(exact.setScale(Math.max(scale, exact.scale())).toPlainString(), currency);
  }

  public BigDecimal value() {
    return new BigDecimal(amount);
  }
}
