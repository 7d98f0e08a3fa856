package org.customerfocus.survey.quota;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A quota as its maker describes it.
@Schema(description = "How many responses of a kind a survey takes, over all its versions.")
record SurveyQuotaRequest(
    @NotNull UUID surveyId,
    @NotBlank @Size(max = 200) String name,
    @Size(max = 10)
        @Schema(
            description = "All of them hold for a response that counts; none: every response does.")
        @Nullable List<@NotNull @Valid QuotaCondition> conditions,
    @NotNull
        @Min(0)
        @Max(1_000_000_000)
        @Schema(description = "How many are taken; then the quota is full.")
        Integer limit) {

  List<QuotaCondition> conditionList() {
    return conditions == null ? List.of() : conditions;
  }
}
