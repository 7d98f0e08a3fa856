package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What an answer has to keep to, beyond its type. Each type takes the members that mean something
/// to it; both ends are included.
///
/// @param min the least number (`number`, `slider`)
/// @param max the greatest number (`number`, `slider`)
/// @param step the distance of possible numbers, counted from min (`slider`)
/// @param decimals how many decimals at most (`number`)
/// @param minLength how many characters at least (texts)
/// @param maxLength how many characters at most (texts)
/// @param minChoices how many options at least (`multiple-choice`, `ranking`)
/// @param maxChoices how many options at most (`multiple-choice`, `ranking`)
/// @param total what the amounts add up to (`constant-sum`)
/// @param earliest the first day (`date`)
/// @param latest the last day (`date`)
@Schema(description = "What an answer has to keep to; both ends are included.")
public record Limits(
    @Schema(description = "The least number (number, slider).") @Nullable BigDecimal min,
    @Schema(description = "The greatest number (number, slider).") @Nullable BigDecimal max,
    @Schema(description = "The distance of possible numbers, counted from min (slider).")
        @Nullable BigDecimal step,
    @Schema(description = "How many decimals at most (number).") @Nullable @Min(0) @Max(9)
        Integer decimals,
    @Schema(description = "How many characters at least (text, short-text).")
        @Nullable
        @Min(1)
        @Max(10_000)
        Integer minLength,
    @Schema(description = "How many characters at most (text, short-text).")
        @Nullable
        @Min(1)
        @Max(10_000)
        Integer maxLength,
    @Schema(description = "How many options at least (multiple-choice, ranking).")
        @Nullable
        @Min(1)
        @Max(500)
        Integer minChoices,
    @Schema(description = "How many options at most (multiple-choice, ranking).")
        @Nullable
        @Min(1)
        @Max(500)
        Integer maxChoices,
    @Schema(description = "What the amounts add up to (constant-sum).") @Nullable BigDecimal total,
    @Schema(description = "The first day (date).") @Nullable LocalDate earliest,
    @Schema(description = "The last day (date).") @Nullable LocalDate latest) {

  static final Limits NONE =
      new Limits(null, null, null, null, null, null, null, null, null, null, null);

  private static final Set<ItemType> NUMBERS = EnumSet.of(ItemType.NUMBER, ItemType.SLIDER);
  private static final Set<ItemType> TEXTS = EnumSet.of(ItemType.TEXT, ItemType.SHORT_TEXT);
  private static final Set<ItemType> CHOICES =
      EnumSet.of(ItemType.MULTIPLE_CHOICE, ItemType.RANKING);

  /// What is wrong with these limits for a question of this type; pointers start at the item.
  List<Violation> violations(ItemType type) {
    List<Violation> violations = new ArrayList<>();
    only(violations, type, NUMBERS, min, "min");
    only(violations, type, NUMBERS, max, "max");
    only(violations, type, EnumSet.of(ItemType.SLIDER), step, "step");
    only(violations, type, EnumSet.of(ItemType.NUMBER), decimals, "decimals");
    only(violations, type, TEXTS, minLength, "minLength");
    only(violations, type, TEXTS, maxLength, "maxLength");
    only(violations, type, CHOICES, minChoices, "minChoices");
    only(violations, type, CHOICES, maxChoices, "maxChoices");
    only(violations, type, EnumSet.of(ItemType.CONSTANT_SUM), total, "total");
    only(violations, type, EnumSet.of(ItemType.DATE), earliest, "earliest");
    only(violations, type, EnumSet.of(ItemType.DATE), latest, "latest");
    ordered(violations, min, max, "max", "min");
    ordered(violations, minLength, maxLength, "maxLength", "minLength");
    ordered(violations, minChoices, maxChoices, "maxChoices", "minChoices");
    ordered(violations, earliest, latest, "latest", "earliest");
    for (BigDecimal number : new BigDecimal[] {min, max, step, total}) {
      if (number != null && !Answer.storable(number)) {
        violations.add(new Violation("/limits", "A number has at most 15 digits and 9 decimals."));
      }
    }
    if (type == ItemType.SLIDER && (min == null || max == null || step == null)) {
      violations.add(new Violation("/limits", "A slider needs min, max and step."));
    } else if (step != null && step.signum() <= 0) {
      violations.add(new Violation("/limits/step", "A step is more than zero."));
    }
    if (type == ItemType.CONSTANT_SUM && (total == null || total.signum() <= 0)) {
      violations.add(new Violation("/limits/total", "A constant sum needs a total above zero."));
    }
    return violations;
  }

  private static void only(
      List<Violation> violations,
      ItemType type,
      Set<ItemType> types,
      @Nullable Object member,
      String name) {
    if (member != null && !types.contains(type)) {
      violations.add(
          new Violation(
              "/limits/" + name,
              "A question of type " + type.wire() + " has no " + name + ": leave it out."));
    }
  }

  private static <T extends Comparable<? super T>> void ordered(
      List<Violation> violations, @Nullable T low, @Nullable T high, String name, String other) {
    if (low != null && high != null && low.compareTo(high) > 0) {
      violations.add(new Violation("/limits/" + name, name + " lies below " + other + "."));
    }
  }

  /// What is wrong with a number as an answer; pointers start at the answer.
  List<Violation> check(BigDecimal number) {
    if (min != null && number.compareTo(min) < 0) {
      return List.of(new Violation("/number", "must be at least " + min.toPlainString() + "."));
    }
    if (max != null && number.compareTo(max) > 0) {
      return List.of(new Violation("/number", "must be at most " + max.toPlainString() + "."));
    }
    if (step != null && min != null && number.subtract(min).remainder(step).signum() != 0) {
      return List.of(
          new Violation(
              "/number",
              "must be %s or any number of steps of %s above it."
                  .formatted(min.toPlainString(), step.toPlainString())));
    }
    if (decimals != null && number.stripTrailingZeros().scale() > decimals) {
      return List.of(new Violation("/number", "must have at most " + decimals + " decimals."));
    }
    return List.of();
  }

  /// What is wrong with a text as an answer.
  List<Violation> check(String text) {
    int length = text.codePointCount(0, text.length());
    if (minLength != null && length < minLength) {
      return List.of(new Violation("/text", "must have at least " + minLength + " characters."));
    }
    if (maxLength != null && length > maxLength) {
      return List.of(new Violation("/text", "must have at most " + maxLength + " characters."));
    }
    return List.of();
  }

  /// What is wrong with a day as an answer.
  List<Violation> check(LocalDate date) {
    if (earliest != null && date.isBefore(earliest)) {
      return List.of(new Violation("/date", "must not be before " + earliest + "."));
    }
    if (latest != null && date.isAfter(latest)) {
      return List.of(new Violation("/date", "must not be after " + latest + "."));
    }
    return List.of();
  }

  /// What is wrong with so many options chosen.
  List<Violation> checkChoices(int chosen) {
    if (minChoices != null && chosen < minChoices) {
      return List.of(
          new Violation("/optionCodes", "must be at least " + minChoices + " of the options."));
    }
    if (maxChoices != null && chosen > maxChoices) {
      return List.of(
          new Violation("/optionCodes", "must be at most " + maxChoices + " of the options."));
    }
    return List.of();
  }
}
