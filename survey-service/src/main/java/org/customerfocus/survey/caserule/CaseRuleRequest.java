package org.customerfocus.survey.caserule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.survey.complaint.CaseWeight;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A rule as it is asked for.
@Schema(description = "Which responses or feedback open a case by themselves.")
record CaseRuleRequest(
    @NotBlank @Size(max = 200) @Schema(description = "What a case about a response is called.")
        String name,
    @NotNull @Schema(description = "What it is over; it stays.") RuleSource source,
    @Schema(description = "Whose responses, where it is over such; it stays.")
        @Nullable UUID surveyId,
    @NotBlank
        @Size(max = 2000)
        @Schema(
            description =
                "RSQL. Over responses: answer.<linkId>, nonAnswer.<linkId>, attribute.<key>, channel,"
                    + " customerId and partyId. Over feedback: form, voice, channel, language,"
                    + " subject, text, receivedAt, customerId, partyId, offeringId, touchpointId,"
                    + " requirementId and attribute.<name>.",
            examples = "answer.recommend=le=6")
        String condition,
    @Schema(description = "Whether it opens cases; true unless said otherwise.")
        @Nullable Boolean active,
    @Schema(description = "How severe its cases are taken to be.") @Nullable CaseWeight severity,
    @Schema(description = "Who sees to its cases.") @Nullable UUID ownerPartyId,
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(
            description =
                "The access channel whose standards hold for its cases; that of the feedback, or"
                    + " survey, unless said otherwise.")
        @Nullable String channel) {

  boolean isActive() {
    return Objects.requireNonNullElse(active, true);
  }
}
