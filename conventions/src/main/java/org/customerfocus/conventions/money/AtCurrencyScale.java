package org.customerfocus.conventions.money;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Currency;

/// The currency exists, and the amount has no finer digits than it knows.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AtCurrencyScale.Validator.class)
@interface AtCurrencyScale {

  String message() default "must be at the scale of an existing currency";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  final class Validator implements ConstraintValidator<AtCurrencyScale, Money> {

    @Override
    @SuppressWarnings("ConstantValue")
    public boolean isValid(Money money, ConstraintValidatorContext context) {
      // What is missing or malformed has its own message.
      if (money == null || money.amount() == null || money.currency() == null) {
        return true;
      }
      boolean valid =
          Currency.getAvailableCurrencies().stream()
              .filter(each -> each.getCurrencyCode().equals(money.currency()))
              .anyMatch(each -> fits(money.amount(), each.getDefaultFractionDigits()));
      if (!valid) {
        context.disableDefaultConstraintViolation();
        context
            .buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
            .addPropertyNode("amount")
            .addConstraintViolation();
      }
      return valid;
    }

    private static boolean fits(String amount, int digits) {
      int point = amount.indexOf('.');
      return digits >= 0 && (point < 0 || amount.length() - point - 1 <= digits);
    }
  }
}
