package org.customerfocus.conventions.http;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.jspecify.annotations.Nullable;

/// Has `@Size` count the characters of text, as `maxLength` of JSON Schema and `char_length` of
/// PostgreSQL do, and not the units of UTF-16, of which an emoji has two.
@ApplicationScoped
class CharacterLengths implements ValidatorFactoryCustomizer {

  @Override
  public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
    ConstraintMapping mapping = configuration.createConstraintMapping();
    // It is chosen before the one for CharSequence, since String is the narrower type.
    mapping
        .constraintDefinition(Size.class)
        .includeExistingValidators(true)
        .validatedBy(Characters.class);
    configuration.addMapping(mapping);
  }

  /// The number of code points within the bounds of the constraint.
  public static final class Characters implements ConstraintValidator<Size, String> {

    private int min;
    private int max;

    @Override
    public void initialize(Size size) {
      min = size.min();
      max = size.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      int characters = text.codePointCount(0, text.length());
      return characters >= min && characters <= max;
    }
  }
}
