package org.customerfocus.customer.attribute;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An attribute as a client defines it.
@Schema(
    name = "AttributeDefinitionRequest",
    description = "An attribute of persons, organisations, both (party), or customers.")
record AttributeDefinitionRequest(
    @NotNull @Schema(description = "Of what it is; it does not change.") AttributeTarget target,
    @NotNull
        @Pattern(regexp = "[a-z][a-zA-Z0-9_-]{0,59}")
        @Size(max = 60)
        @Schema(
            description =
                "Its name in bodies and filters, unique among the attributes of parties or of"
                    + " customers; it does not change.")
        String code,
    @NotNull @Schema(description = "It does not change.") AttributeType type,
    @NotBlank @Size(max = 200) @Schema(description = "What people read.") String label,
    @Size(max = 1000) @Nullable String description,
    @Schema(description = "Whether new ones need a value; false unless said otherwise.")
        @Nullable Boolean required,
    @Size(min = 1, max = 200) @Schema(description = "The values of a choice.")
        @Nullable List<@NotNull @Valid AttributeOption> options,
    @Min(1) @Max(TypedValue.MAX_TEXT) @Schema(description = "Characters of a text.")
        @Nullable Integer maxLength,
    @Schema(description = "The least number.") @Nullable BigDecimal minimum,
    @Schema(description = "The greatest number.") @Nullable BigDecimal maximum,
    @Schema(description = "The first date.") @Nullable LocalDate earliest,
    @Schema(description = "The last date, inclusive.") @Nullable LocalDate latest) {

  AttributeDefinitionRequest {
    minimum = AttributeValues.number(minimum);
    maximum = AttributeValues.number(maximum);
  }

  /// What contradicts itself.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    only(type == AttributeType.TEXT, maxLength, "/maxLength", "a text", faults);
    only(type.isNumber(), minimum, "/minimum", "a number", faults);
    only(type.isNumber(), maximum, "/maximum", "a number", faults);
    only(type == AttributeType.DATE, earliest, "/earliest", "a date", faults);
    only(type == AttributeType.DATE, latest, "/latest", "a date", faults);
    only(type == AttributeType.CHOICE, options, "/options", "a choice", faults);
    if (type == AttributeType.CHOICE && options == null) {
      faults.add(FieldError.at("/options", "a choice needs its options"));
    }
    if (faults.isEmpty()) {
      optionFaults(faults);
      boundFaults(faults);
    }
    return faults;
  }

  private static void only(
      boolean fits, @Nullable Object member, String at, String what, List<FieldError> faults) {
    if (member != null && !fits) {
      faults.add(FieldError.at(at, "belongs to %s only".formatted(what)));
    }
  }

  private void optionFaults(List<FieldError> faults) {
    Set<String> values = new HashSet<>();
    for (int i = 0; options != null && i < options.size(); i++) {
      if (!values.add(options.get(i).value())) {
        faults.add(FieldError.at("/options/%d/value".formatted(i), "is there twice"));
      }
    }
  }

  private void boundFaults(List<FieldError> faults) {
    numberFault(minimum, "/minimum", faults);
    numberFault(maximum, "/maximum", faults);
    if (faults.isEmpty() && minimum != null && maximum != null && maximum.compareTo(minimum) < 0) {
      faults.add(FieldError.at("/maximum", "must not be less than minimum"));
    }
    if (earliest != null && latest != null && latest.isBefore(earliest)) {
      faults.add(FieldError.at("/latest", "must not be before earliest"));
    }
  }

  private void numberFault(@Nullable BigDecimal bound, String at, List<FieldError> faults) {
    if (bound != null) {
      try {
        TypedValue.read(type, bound);
      } catch (IllegalArgumentException e) {
        faults.add(FieldError.at(at, String.valueOf(e.getMessage())));
      }
    }
  }
}
