package org.customerfocus.survey.response;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One response as it is submitted.
@Schema(description = "One person's answers to one published survey version.")
record ResponseRequest(
    @NotNull @Schema(description = "The version that was shown.") UUID surveyVersionId,
    @Schema(
            description =
                "completed unless said otherwise. One that is in-progress is gone on with by"
                    + " changing it, counts in no results, and need not answer what is required."
                    + " Later changes are amended and entered-in-error.")
        @Nullable ResponseStatus status,
    @Schema(description = "When they answered; now unless said otherwise.")
        @Nullable Instant respondedAt,
    @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1000000")
        @Schema(
            description =
                "The survey weight. Weighted figures stand beside the unweighted ones as soon as"
                    + " any response of the survey has a weight; those without count 1.")
        @Nullable BigDecimal weight,
    @Schema(description = "The customer relationship of who answered.") @Nullable UUID customerId,
    @Schema(description = "The person or organisation who answered.") @Nullable UUID partyId,
    @Valid @Nullable ExternalRef externalRef,
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(
            description = "Which way it came, such as kiosk or embed; api unless said otherwise.")
        @Nullable String channel,
    @Schema(description = "The touchpoint that the answers are about; results split by it.")
        @Nullable UUID touchpointId,
    @Schema(description = "The offering that the answers are about; results split by it.")
        @Nullable UUID offeringId,
    @Valid @Nullable Signals signals,
    @NotNull
        @Size(max = 500)
        @Schema(
            description =
                "One entry a question. A question that is left out counts as shown and not"
                    + " answered; say not-shown where it was not shown. What is required and not"
                    + " hidden by the survey's logic was shown.")
        List<@NotNull @Valid Answer> answers,
    @Size(max = 100) @Schema(description = "What is known of the respondent, by attribute key.")
        @Nullable Map<@Size(min = 1, max = 64) String, @NotNull @Valid AttributeValue> attributes) {

  Map<String, AttributeValue> attributeMap() {
    return attributes == null ? Map.of() : attributes;
  }

  ResponseStatus statusOrWhole() {
    return status == null ? ResponseStatus.COMPLETED : status;
  }

  ResponseRequest withStatus(ResponseStatus other) {
    return new ResponseRequest(
        surveyVersionId,
        other,
        respondedAt,
        weight,
        customerId,
        partyId,
        externalRef,
        channel,
        touchpointId,
        offeringId,
        signals,
        answers,
        attributes);
  }

  Signals signalsOrNone() {
    return signals == null ? Signals.NONE : signals;
  }

  String channelOrApi() {
    return channel == null ? "api" : channel;
  }
}
