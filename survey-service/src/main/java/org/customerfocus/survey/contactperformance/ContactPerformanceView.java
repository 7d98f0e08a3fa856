package org.customerfocus.survey.contactperformance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How far the contact standards were kept.
@Schema(description = "How far the contact standards were kept, for each channel.")
record ContactPerformanceView(
    Instant from,
    Instant to,
    @Schema(description = "In the order of their codes; those on which nothing came are missing.")
        List<ChannelPerformance> channels) {

  /// Of one channel.
  @Schema(description = "What came by one channel, and what of it was seen to in time.")
  record ChannelPerformance(
      String channel,
      @Schema(description = "Absent where no access channel has this code.")
          @Nullable UUID accessChannelId,
      @Schema(description = "How many cases were received.") Long cases,
      @Schema(description = "How many interactions customers began.") Long interactions,
      List<StandardPerformance> standards) {}

  /// Of one standard.
  @Schema(description = "How far one standard was kept.")
  record StandardPerformance(
      ContactStandard standard,
      @Schema(
              description =
                  "The standard as it is now, in service time; cases are measured by that of their"
                      + " opening. Absent where there is none now.")
          @Nullable String within,
      @Schema(description = "The share in time of what is decided.") Figure inTimeShare,
      Long inTime,
      @Schema(description = "Late, or overdue and still open.") Long late,
      @Schema(description = "Not due yet, or the clock stands still.") Long open) {}
}
