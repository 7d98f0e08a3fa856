package org.customerfocus.survey.listening;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A method as a client describes it.
@Schema(description = "A way in which customers are listened to.")
record ListeningMethodRequest(
    @NotNull
        @Size(max = 60)
        @Pattern(
            regexp = "[a-z][a-z0-9]*(-[a-z0-9]+)*",
            message = "must be lower-case words joined by hyphens, such as dealer-reports")
        @Schema(description = "What coverage names it by; it stays.", examples = "dealer-reports")
        String code,
    @NotBlank @Size(max = 200) String name,
    @Size(min = 1, max = 1000) @Schema(description = "How it is done.")
        @Nullable String description,
    @NotNull
        @Schema(
            description =
                "Whether customers are heard themselves; false where others tell what they think.")
        Boolean direct,
    @NotNull MethodVoice voice,
    @NotNull @Schema(description = "Where the platform sees that it was used.") MethodSource source,
    @Size(min = 1, max = 50)
        @Schema(
            description =
                "The channels of those responses or that feedback; without them, every channel that"
                    + " no other method of the same source names.")
        @Nullable List<@NotBlank @Size(max = 64) String> channels,
    @Size(min = 1, max = 10)
        @Schema(description = "The forms of that feedback, such as observation; every one without.")
        @Nullable List<@NotBlank @Size(max = 64) String> forms) {

  /// What constraints on single fields cannot say.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>();
    if (channels != null && source != MethodSource.RESPONSES && source != MethodSource.FEEDBACK) {
      faults.add(FieldError.at("/channels", "belong to responses and feedback alone"));
    }
    if (forms != null && source != MethodSource.FEEDBACK) {
      faults.add(FieldError.at("/forms", "belong to feedback alone"));
    }
    return faults;
  }
}
