package org.customerfocus.survey.feedback;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.survey.response.RespondedAt;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Feedback as it is recorded.
@Schema(
    description =
        "What a customer said, or showed without saying it. It says something: a subject, a text or"
            + " both.")
public record FeedbackRequest(
    @NotNull FeedbackForm form,
    @Schema(description = "spoken unless said otherwise; unspoken is what their behaviour tells.")
        @Nullable Voice voice,
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(
            description =
                "Which way it came, such as phone or web: the code of the access channel where there"
                    + " is one.")
        String channel,
    @Schema(description = "When it came; now unless said otherwise.") @Nullable Instant receivedAt,
    @Size(min = 1, max = 300) @Schema(description = "What it is about, in a line.")
        @Nullable String subject,
    @Size(min = 1, max = 50_000) @Schema(description = "What was said, in the customer's words.")
        @Nullable String text,
    @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
        @Size(max = 35)
        @Schema(description = "The language of the text, such as en or pt-BR (BCP 47).")
        @Nullable String language,
    @Schema(description = "The customer relationship of who said it.") @Nullable UUID customerId,
    @Schema(description = "The person or organisation who said it.") @Nullable UUID partyId,
    @Schema(description = "What it is about.") @Nullable UUID offeringId,
    @Schema(description = "Where on the way it happened.") @Nullable UUID touchpointId,
    @Schema(description = "What was, or was not, as required.") @Nullable UUID requirementId,
    @Schema(description = "The survey that it was said on the occasion of.")
        @Nullable UUID surveyId,
    @Schema(description = "The response that it was said on the occasion of.")
        @Nullable UUID responseId,
    @Valid @Nullable FeedbackRef externalRef,
    @Size(max = 20) @Schema(description = "Whatever else is known of it, by name.")
        @Nullable Map<@Size(min = 1, max = 64) String, @NotNull @Size(min = 1, max = 500) String>
            attributes) {

  @SuppressWarnings("ConstantValue") // what is missing is refused after it was read
  public FeedbackRequest {
    voice = voice == null ? Voice.SPOKEN : voice;
    receivedAt = receivedAt == null ? null : receivedAt.truncatedTo(ChronoUnit.MICROS);
    attributes = attributes == null ? Map.of() : attributes;
  }

  /// The same, said by somebody where it does not say by whom.
  public FeedbackRequest saidBy(@Nullable UUID customer, @Nullable UUID party) {
    return new FeedbackRequest(
        form,
        voice,
        channel,
        receivedAt,
        subject,
        text,
        language,
        customerId == null ? customer : customerId,
        partyId == null ? party : partyId,
        offeringId,
        touchpointId,
        requirementId,
        surveyId,
        responseId,
        externalRef,
        attributes);
  }

  /// What is wrong with it beyond its single members.
  ///
  /// @param pointer to it in the request's body, empty where it is the body
  public List<FieldError> faults(String pointer, Instant now) {
    List<FieldError> faults = new ArrayList<>();
    if (subject == null && text == null) {
      faults.add(FieldError.at(pointer + "/text", "say something: a subject, a text or both"));
    }
    String moment = receivedAt == null ? null : RespondedAt.violation(receivedAt, now);
    if (moment != null) {
      faults.add(FieldError.at(pointer + "/receivedAt", moment));
    }
    return faults;
  }
}
