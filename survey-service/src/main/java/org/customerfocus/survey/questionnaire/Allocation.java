package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/// How much of a constant sum goes to one option.
public record Allocation(
    @NotNull @Size(min = 1, max = 64) String optionCode, @NotNull BigDecimal amount) {}
