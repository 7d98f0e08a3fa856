package org.customerfocus.agreement.breach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Which promises upstream were not kept while this one was not.
@Schema(description = "Which promises upstream were not kept while this one was not.")
public record BreachTraceView(
    UUID breachId,
    @Schema(
            description =
                "The promises upstream that this one rests on at the time, and of those that were not"
                    + " kept the breaches whose periods overlap; the nearest first.",
            maxItems = 500)
        List<UpstreamBreach> upstream,
    @Schema(description = "How many promises upstream it rests on at the time, broken or not.")
        Integer restsOn) {

  /// A promise upstream that was not kept at the same time.
  @Schema(description = "A promise upstream that was not kept at the same time.")
  public record UpstreamBreach(
      @Schema(description = "How many links upstream: 1 for what it rests on itself.")
          Integer level,
      UUID breachId,
      UUID agreementId,
      String agreementName,
      @Schema(description = "By the id of its first wording.") UUID commitmentId,
      String commitmentName,
      @Schema(maxLength = 40) String period,
      BreachStatus status,
      @Schema(description = "Where both periods overlap.") Instant overlapStart,
      @Schema(description = "Exclusive.") Instant overlapEnd) {}
}
