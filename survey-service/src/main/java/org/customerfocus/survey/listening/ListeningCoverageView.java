package org.customerfocus.survey.listening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is heard, and who is not.
@Schema(description = "How many customers of each role and segment were heard, and how.")
record ListeningCoverageView(
    @Schema(description = "The first day that is told about.") LocalDate from,
    @Schema(description = "The first day that is told about no more.") LocalDate to,
    @Schema(
            description =
                "Whether customer-service could be asked how many customers there are, and what they"
                    + " are; without it there is nothing to tell.")
        boolean populationKnown,
    @Schema(description = "End users first.") List<RoleCoverage> roles,
    List<SegmentCoverage> segments,
    @Schema(description = "What was heard of nobody in particular.") Unattributed unattributed,
    @Schema(description = "What an organisation that wants to hear end users should know.")
        List<Warning> warnings) {

  /// A role.
  @Schema(name = "RoleCoverage", description = "Who of a role was heard.")
  record RoleCoverage(String role, Coverage coverage) {}

  /// A segment.
  @Schema(name = "SegmentCoverage", description = "Who of a segment was heard.")
  record SegmentCoverage(UUID segmentId, @Nullable String name, Coverage coverage) {}

  /// What is known of either.
  @Schema(
      name = "ListeningCoverage",
      description = "Current customers, and what was heard of them.")
  record Coverage(
      @Schema(description = "How many current customers there are.") @Nullable Long population,
      @Schema(description = "How many of them were heard, by any method.") long heard,
      @Schema(description = "How many of these were heard themselves.") long heardDirectly,
      @Schema(description = "Heard of the population.") Figure share,
      long responses,
      long feedback,
      @Schema(description = "Visits that are done, in this time.") long visits,
      @Nullable Instant lastHeardAt,
      @Schema(description = "The last visit before the end of this time, whenever it was.")
          @Nullable Instant lastVisitAt,
      @Schema(description = "By which methods, those that heard most customers first.")
          List<MethodCoverage> methods) {}

  /// What a method heard.
  @Schema(name = "MethodCoverage", description = "What was heard by a method.")
  record MethodCoverage(
      String method,
      boolean direct,
      long customers,
      @Schema(description = "Responses, feedback or visits.") long items,
      Instant lastHeardAt) {}

  /// What cannot be told to be anybody's.
  @Schema(
      name = "UnattributedListening",
      description = "Responses and feedback that name no customer, such as anonymous ones.")
  record Unattributed(long responses, long feedback) {}

  /// What kind of thing is amiss.
  enum WarningKind implements WireEnum {
    /// Others tell what end users think, and they themselves were not heard.
    END_USERS_ONLY_THROUGH_OTHERS,
    /// There are end users, and nobody told anything of them.
    END_USERS_NOT_HEARD,
    /// Nobody of our own people has gone to see them.
    END_USERS_NEVER_VISITED
  }

  /// A warning.
  @Schema(name = "ListeningWarning", description = "What is amiss, and with whom.")
  record Warning(
      WarningKind kind,
      @Schema(description = "The segment; absent for all end users.") @Nullable UUID segmentId,
      String detail) {}
}
