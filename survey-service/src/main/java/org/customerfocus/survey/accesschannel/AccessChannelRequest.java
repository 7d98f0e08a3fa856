package org.customerfocus.survey.accesschannel;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An access channel as it is asked for.
@Schema(
    description =
        "A way by which customers reach the provider, and the contact standards that hold on it.")
record AccessChannelRequest(
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(
            description = "What feedback, cases and interactions name it by.",
            examples = "phone")
        String code,
    @NotBlank @Size(max = 200) String name,
    @Size(min = 1, max = 5000) @Nullable String description,
    @Size(min = 1, max = 500)
        @Schema(description = "The number, address or page where it is found.")
        @Nullable String contact,
    @Pattern(regexp = WITHIN)
        @Size(max = 30)
        @Schema(
            description = "Within how much service time somebody answers an interaction.",
            examples = "PT30S")
        @Nullable String answerWithin,
    @Pattern(regexp = WITHIN)
        @Size(max = 30)
        @Schema(
            description = "Within how much service time receipt of a case is acknowledged.",
            examples = "PT4H")
        @Nullable String acknowledgeWithin,
    @Pattern(regexp = WITHIN)
        @Size(max = 30)
        @Schema(
            description = "Within how much service time there is a response to a case.",
            examples = "PT16H")
        @Nullable String respondWithin,
    @Pattern(regexp = WITHIN)
        @Size(max = 30)
        @Schema(
            description =
                "Within how much service time a case is closed, or an interaction settled.",
            examples = "PT80H")
        @Nullable String resolveWithin,
    @Valid @Schema(description = "When somebody is there; day and night, in UTC, without.")
        @Nullable ServiceHours serviceHours) {

  /// Hours, minutes and seconds: a day of service has as many hours as it has.
  static final String WITHIN = "PT(?=\\d)(\\d{1,5}H)?(\\d{1,6}M)?(\\d{1,8}S)?";

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    positive(faults, "/answerWithin", answerWithin);
    positive(faults, "/acknowledgeWithin", acknowledgeWithin);
    positive(faults, "/respondWithin", respondWithin);
    positive(faults, "/resolveWithin", resolveWithin);
    if (serviceHours != null) {
      faults.addAll(serviceHours.faults("/serviceHours"));
    }
    return faults;
  }

  private static void positive(List<FieldError> faults, String pointer, @Nullable String within) {
    if (within != null && java.time.Duration.parse(within).isZero()) {
      faults.add(FieldError.at(pointer, "must be longer than nothing"));
    }
  }
}
