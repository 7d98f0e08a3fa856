package org.customerfocus.agreement.number;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number with a bounded count of decimals. `@Digits` would say the same, but is published as
/// `multipleOf`, which clients compute in binary floating point and then refuse 0.95.
@Constraint(validatedBy = Decimals.Check.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Decimals {

  int max();

  String message() default "takes at most {max} decimals";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /// Counts the decimals as they were written: 1.50 has two.
  class Check implements ConstraintValidator<Decimals, BigDecimal> {

    private int max;

    @Override
    public void initialize(Decimals constraint) {
      max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable BigDecimal value, ConstraintValidatorContext context) {
      return value == null || value.scale() <= max;
    }
  }
}
