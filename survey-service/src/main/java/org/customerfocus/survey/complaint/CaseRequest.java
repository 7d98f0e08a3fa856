package org.customerfocus.survey.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A case as it is opened or changed.
@Schema(
    description =
        "A case. It is opened from feedback, given inline or by its id, from a response, or from a"
            + " subject alone; what those say need not be said again.")
public record CaseRequest(
    @Valid
        @Schema(description = "What was said; recorded with the case in one go. To open it only.")
        @Nullable FeedbackRequest feedback,
    @Nullable UUID feedbackId,
    @Schema(description = "The response that it is about.") @Nullable UUID responseId,
    @Size(min = 1, max = 300)
        @Schema(description = "What it is about, in a line; the feedback's unless said otherwise.")
        @Nullable String subject,
    @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,63}")
        @Size(max = 64)
        @Schema(
            description =
                "Which way it came, the feedback's unless said otherwise. The standards of the access"
                    + " channel with this code hold. It stays.")
        @Nullable String channel,
    @Schema(
            description =
                "received unless said otherwise, or acknowledged at once, as on the telephone."
                    + " Later as allowedStatuses says.")
        @Nullable CaseStatus status,
    @Valid @Nullable CaseReporter reporter,
    @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @Nullable UUID requirementId,
    @Schema(description = "Who sees to it: a person or a team of our own.")
        @Nullable UUID ownerPartyId,
    @Schema(description = "How bad it is; needed once it is assessed.")
        @Nullable CaseWeight severity,
    @Schema(description = "How much hangs on it; needed once it is assessed.")
        @Nullable CaseWeight impact,
    @Size(min = 1, max = 5000) @Schema(description = "Why it happened.") @Nullable String rootCause,
    @Size(min = 1, max = 5000) @Schema(description = "What the customer asks for.")
        @Nullable String requestedRemedy,
    @Size(min = 1, max = 5000) @Schema(description = "What the customer got.")
        @Nullable String givenRemedy,
    @Size(min = 1, max = 5000)
        @Schema(
            description =
                "What was decided, in words for the customer: they stand on the status page once it"
                    + " is communicated, before which it is needed.")
        @Nullable String decision,
    @Valid @Nullable ExternalEscalation externalEscalation,
    @Schema(
            description =
                "Whether the clock stands still, since the customer is waited for; false unless said"
                    + " otherwise.")
        @Nullable Boolean paused) {

  CaseReporter reporterOrNobody() {
    return Objects.requireNonNullElse(reporter, CaseReporter.NOBODY);
  }

  /// The same for the case that it has opened.
  ///
  /// @param as the case as it is
  CaseRequest opened(CaseRequest as) {
    return new CaseRequest(
        null,
        as.feedbackId(),
        as.responseId(),
        as.subject(),
        as.channel(),
        status == null ? as.status() : status,
        as.reporter(),
        as.offeringId(),
        as.touchpointId(),
        as.requirementId(),
        as.ownerPartyId(),
        as.severity(),
        impact,
        rootCause,
        requestedRemedy,
        givenRemedy,
        decision,
        externalEscalation,
        isPaused());
  }

  /// The same without what a stranger says of themselves.
  CaseRequest withoutContact() {
    CaseReporter known = reporterOrNobody();
    return new CaseRequest(
        null,
        feedbackId,
        responseId,
        subject,
        channel,
        status,
        new CaseReporter(known.customerId(), known.partyId(), null, null, null),
        offeringId,
        touchpointId,
        requirementId,
        ownerPartyId,
        severity,
        impact,
        rootCause,
        requestedRemedy,
        givenRemedy,
        decision,
        externalEscalation,
        paused);
  }

  boolean isPaused() {
    return Boolean.TRUE.equals(paused);
  }

  /// The beginning of a longer text, as a subject.
  static String line(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    int end = Math.min(line.length(), 119);
    boolean split = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
    return line.length() <= 120 ? line : line.substring(0, split ? end - 1 : end) + "…";
  }
}
