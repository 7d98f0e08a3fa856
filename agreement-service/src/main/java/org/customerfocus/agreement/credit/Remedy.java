package org.customerfocus.agreement.credit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// What a tier gives.
public sealed interface Remedy {

  /// A share of the base, such as 0.1 of the affected charge.
  record Share(BigDecimal of) implements Remedy {

    /// In money: base · share, half-up at the scale of the currency.
    public BigDecimal amount(BigDecimal base, String currency) {
      int scale = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
      return base.multiply(of).setScale(scale, RoundingMode.HALF_UP);
    }
  }

  /// A fixed amount of money.
  record Amount(BigDecimal value, String currency) implements Remedy {}

  /// Anything else of value, in words: ten more days of service.
  record Other(String description) implements Remedy {}
}
