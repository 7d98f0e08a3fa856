package org.customerfocus.survey.response;

import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a page noticed while it was answered, by which a response that no person gave is told.
@Schema(
    name = "ResponseSignals",
    description =
        "What your page noticed while it was answered. It goes into the response's spamScore and is"
            + " not kept.")
public record Signals(
    @Schema(
            description =
                "What was written into a field that people do not see, if anything was: a program"
                    + " did it.")
        @Size(max = 2000)
        @Nullable String honeypot,
    @Schema(
            description = "How long it took from the first question to the end.",
            examples = "PT95S")
        @Nullable Duration took) {

  /// Where nobody looked.
  static final Signals NONE = new Signals(null, null);
}
