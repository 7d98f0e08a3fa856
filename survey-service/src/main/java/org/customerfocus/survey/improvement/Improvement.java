package org.customerfocus.survey.improvement;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.results.ScoreName;
import org.jspecify.annotations.Nullable;

/// What is done better because of what customers said.
@Entity
class Improvement extends VersionedEntity {

  private static final double MILLION = 1_000_000;

  private String title;
  private String opportunity;
  private @Nullable String action;
  private @Nullable UUID ownerPartyId;
  private ImprovementStatus status;
  private @Nullable LocalDate dueOn;
  private @Nullable Instant doneAt;
  private @Nullable UUID surveyId;
  private @Nullable String question;
  private @Nullable ScoreName score;
  private @Nullable BigDecimal expectedEffect;
  private long relativeEffect;
  private ImprovementOutcome outcome;

  @Convert(converter = MessagesColumn.class)
  private Map<String, String> messages;

  @SuppressWarnings("NullAway.Init")
  protected Improvement() {}

  /// @param relative the expected effect in millionths of the range of its score
  @SuppressWarnings("NullAway.Init")
  Improvement(ImprovementRequest request, long relative, Instant now) {
    super(now);
    outcome = ImprovementOutcome.UNVERIFIED;
    take(request, relative, now);
  }

  /// The caller has found that something differs.
  void change(ImprovementRequest request, long relative, Instant now) {
    ImprovementStatus wanted = request.wanted();
    if (wanted != status && !status.allowed().contains(wanted)) {
      throw new ProblemException(
          Problems.TRANSITION_NOT_ALLOWED,
          "An improvement that is %s cannot become %s.".formatted(status.wire(), wanted.wire()));
    }
    take(request, relative, now);
    touch(now);
  }

  private void take(ImprovementRequest request, long relative, Instant now) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    title = request.title();
    opportunity = request.opportunity();
    action = request.action();
    ownerPartyId = request.ownerPartyId();
    dueOn = request.dueOn();
    if (outcome != ImprovementOutcome.UNVERIFIED
        && !Objects.equals(request.expectedEffect(), expected())) {
      // What was verified is not what is expected now.
      outcome = ImprovementOutcome.UNVERIFIED;
    }
    if (request.wanted() == ImprovementStatus.DONE && doneAt == null) {
      doneAt = now;
    }
    status = request.wanted();
    messages = new TreeMap<>(request.messageTexts());
    ImprovementRequest.ExpectedEffect expected = request.expectedEffect();
    surveyId = expected == null ? null : expected.surveyId();
    question = expected == null ? null : expected.question();
    score = expected == null ? null : expected.score();
    expectedEffect = expected == null ? null : expected.change();
    relativeEffect = relative;
  }

  void verified(ImprovementOutcome found, Instant now) {
    outcome = found;
    touch(now);
  }

  ImprovementRequest asRequest(Parts parts) {
    return new ImprovementRequest(
        title,
        opportunity,
        action,
        ownerPartyId,
        status,
        dueOn,
        expected(),
        parts.evidence(),
        parts.effects().isEmpty() ? null : parts.effects(),
        messagesOrNull());
  }

  ImprovementRequest.@Nullable ExpectedEffect expected() {
    return surveyId == null || question == null || expectedEffect == null
        ? null
        : new ImprovementRequest.ExpectedEffect(surveyId, question, score, plain(expectedEffect));
  }

  ImprovementView view(Parts parts, List<ImprovementView.Conflict> conflicts) {
    return new ImprovementView(
        id(),
        title,
        opportunity,
        action,
        ownerPartyId,
        status,
        status.allowed(),
        dueOn,
        doneAt,
        expected(),
        relativeEffect / MILLION,
        outcome,
        parts.evidence(),
        parts.effects(),
        messagesOrNull(),
        conflicts,
        createdAt(),
        updatedAt());
  }

  /// As it was given, whatever scale the database keeps.
  private static BigDecimal plain(BigDecimal change) {
    BigDecimal stripped = change.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private @Nullable Map<String, String> messagesOrNull() {
    return messages.isEmpty() ? null : messages;
  }

  /// What those whose words led to it are told, by language.
  Map<String, String> messages() {
    return messages;
  }

  String title() {
    return title;
  }

  ImprovementStatus status() {
    return status;
  }

  /// What belongs to an improvement, in order.
  record Parts(
      List<ImprovementRequest.Evidence> evidence, List<ImprovementRequest.Effect> effects) {}
}
