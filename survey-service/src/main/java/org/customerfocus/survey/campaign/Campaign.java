package org.customerfocus.survey.campaign;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/// A campaign: its plan, its life, and how far the work on its audience is. That work leaves the
/// version as it is: nobody who edits the campaign has to read it again for it.
@Entity
class Campaign extends VersionedEntity {

  private String name;
  private @Nullable String description;
  private CampaignStatus status;
  private UUID surveyVersionId;
  private boolean anonymous;
  private Plan plan;
  private boolean triggered;
  private @Nullable Instant startsAt;
  private @Nullable Instant expiresAt;

  @OptimisticLock(excluded = true)
  private Phase phase;

  @OptimisticLock(excluded = true)
  private @Nullable String progress;

  @OptimisticLock(excluded = true)
  private @Nullable Long population;

  @OptimisticLock(excluded = true)
  private @Nullable Long sampleSize;

  @SuppressWarnings("NullAway.Init")
  protected Campaign() {}

  /// @param version what is asked
  /// @param seed for the draw, where none was given
  Campaign(CampaignRequest request, UUID version, boolean anonymous, long seed, Instant now) {
    super(now);
    check(request, now);
    CampaignStatus asked = request.status() == null ? CampaignStatus.DRAFT : request.status();
    if (asked != CampaignStatus.DRAFT && asked != CampaignStatus.SCHEDULED) {
      throw ProblemException.invalid("/status", "A campaign begins as draft or scheduled.");
    }
    status = asked;
    phase = Phase.WAITING;
    take(request, version, anonymous, seed);
  }

  /// The request that would make this campaign: what a patch is applied to.
  CampaignRequest asRequest() {
    return new CampaignRequest(
        name,
        description,
        surveyVersionId,
        null,
        plan.audience(),
        plan.sample(),
        plan.channels(),
        schedule(),
        plan.trigger(),
        plan.permission(),
        status);
  }

  /// Takes over what the request says: all of it before the campaign runs, and then its status.
  ///
  /// @return whether anything differs
  boolean change(CampaignRequest request, boolean anonymous, long seed, Instant now) {
    CampaignRequest before = asRequest();
    if (request.equals(before)) {
      return false;
    }
    if (!request.equals(withStatus(before, request.status()))) {
      if (status != CampaignStatus.DRAFT && status != CampaignStatus.SCHEDULED) {
        throw new ProblemException(
            Problems.CONFLICT,
            "The campaign is %s: nothing but its status can change.".formatted(status.wire()));
      }
      check(request, now);
      take(request, Objects.requireNonNull(request.surveyVersionId()), anonymous, seed);
    }
    if (request.status() != null && request.status() != status) {
      if (!status.allowed().contains(request.status())) {
        throw new ProblemException(
            Problems.TRANSITION_NOT_ALLOWED,
            "A campaign that is %s cannot become %s."
                .formatted(status.wire(), request.status().wire()));
      }
      status = request.status();
      if (status == CampaignStatus.SCHEDULED) {
        check(request, now);
      }
    }
    touch(now);
    return true;
  }

  private static CampaignRequest withStatus(
      CampaignRequest request, @Nullable CampaignStatus status) {
    return new CampaignRequest(
        request.name(),
        request.description(),
        request.surveyVersionId(),
        request.templateId(),
        request.audience(),
        request.sample(),
        request.channels(),
        request.schedule(),
        request.trigger(),
        request.permission(),
        status);
  }

  private static void check(CampaignRequest request, Instant now) {
    List<FieldError> faults = request.faults(now);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
  }

  private void take(CampaignRequest request, UUID version, boolean isAnonymous, long seed) {
    Plan asked = request.plan();
    name = request.name();
    description = request.description();
    surveyVersionId = version;
    anonymous = isAnonymous;
    plan =
        new Plan(
            asked.audience(),
            asked.sample() == null ? null : asked.sample().seeded(seed),
            asked.channels(),
            asked.reminderDays(),
            asked.trigger(),
            asked.permission());
    triggered = asked.trigger() != null;
    startsAt = request.startsAt();
    expiresAt = request.expiresAt();
  }

  /// When there is something to do next; null when nothing is.
  ///
  /// @param occasion when the next occasion is due
  @Nullable Instant due(Instant now, @Nullable Instant occasion) {
    return switch (status) {
      case DRAFT -> null;
      case SCHEDULED -> startsAt == null ? now : startsAt;
      case RUNNING ->
          phase != Phase.SETTLED
              ? now
              : occasion == null || (expiresAt != null && expiresAt.isBefore(occasion))
                  ? expiresAt
                  : occasion;
      case FINISHED, CANCELLED -> now;
    };
  }

  /// Its time has come.
  void start(Instant now) {
    status = CampaignStatus.RUNNING;
    phase = plan.inviting().isEmpty() || triggered ? Phase.SETTLED : Phase.GATHERING;
    touch(now);
  }

  void finish(Instant now) {
    status = CampaignStatus.FINISHED;
    touch(now);
  }

  /// A page of the audience is kept.
  ///
  /// @param next where the next one begins; null after the last
  void gathered(@Nullable String next) {
    progress = next;
    if (next == null) {
      phase = Phase.DRAWING;
    }
  }

  void drawn(long of, long size) {
    population = of;
    sampleSize = size;
    phase = Phase.INVITING;
  }

  void settled() {
    phase = Phase.SETTLED;
  }

  boolean expired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  @Nullable Schedule schedule() {
    return startsAt == null && expiresAt == null && plan.reminderDays() == null
        ? null
        : new Schedule(startsAt, plan.reminderDays(), expiresAt);
  }

  String name() {
    return name;
  }

  @Nullable String description() {
    return description;
  }

  CampaignStatus status() {
    return status;
  }

  UUID surveyVersionId() {
    return surveyVersionId;
  }

  boolean anonymous() {
    return anonymous;
  }

  Plan plan() {
    return plan;
  }

  @Nullable Instant expiresAt() {
    return expiresAt;
  }

  Phase phase() {
    return phase;
  }

  @Nullable String progress() {
    return progress;
  }

  @Nullable Long population() {
    return population;
  }

  @Nullable Long sampleSize() {
    return sampleSize;
  }
}
