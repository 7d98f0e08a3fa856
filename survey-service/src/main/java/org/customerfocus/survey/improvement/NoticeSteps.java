package org.customerfocus.survey.improvement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.customerfocus.conventions.job.Backoff;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.delivery.Notices.Became;
import org.customerfocus.survey.delivery.Notices.Notice;
import org.jspecify.annotations.Nullable;

/// The steps of telling somebody by e-mail, each within one transaction of its tenant.
@ApplicationScoped
class NoticeSteps {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final ImprovementRepository improvements;
  private final DueWorkRepository work;
  private final Journal journal;
  private final InstantSource clock;

  NoticeSteps(
      ImprovementRepository improvements,
      DueWorkRepository work,
      Journal journal,
      InstantSource clock) {
    this.improvements = improvements;
    this.work = work;
    this.journal = journal;
    this.clock = clock;
  }

  /// @return null where there is nobody to tell any more
  @Nullable Notice begin(Lease lease, Duration until) {
    if (!work.hold(ImprovementRepository.NOTICES, lease, until)) {
      return null;
    }
    Notification notification = improvements.notification(lease.id());
    Improvement improvement = improvements.get(notification.improvementId());
    boolean wanted =
        notification.status() == NotificationStatus.TO_TELL
            && improvement.status() == ImprovementStatus.DONE
            && !improvement.messages().isEmpty();
    if (!wanted) {
      work.forget(ImprovementRepository.NOTICES, lease.id());
      return null;
    }
    return new Notice(
        lease.id(), notification.partyId(), improvement.title(), improvement.messages());
  }

  /// Notes what came of it, unless another worker has it by now.
  void settle(Lease lease, Duration until, Became became) {
    if (!work.hold(ImprovementRepository.NOTICES, lease, until)) {
      return;
    }
    Instant now = clock.instant();
    Notification notification = improvements.notification(lease.id());
    if (notification.status() != NotificationStatus.TO_TELL) {
      // Somebody has said meanwhile what became of it.
      work.forget(ImprovementRepository.NOTICES, lease.id());
      return;
    }
    switch (became) {
      case Became.Later later -> {
        notification.notToldByMail(NotificationStatus.TO_TELL, later.why(), now);
        work.park(
            ImprovementRepository.NOTICES,
            lease,
            now.plus(Backoff.quadrupled(PAUSE, lease.attempt())));
        return;
      }
      case Became.Sent() -> notification.told(now);
      case Became.Refused refused ->
          notification.notToldByMail(NotificationStatus.NOT_TOLD, refused.why(), now);
      // Somebody may still tell them otherwise.
      case Became.Withheld withheld ->
          notification.notToldByMail(NotificationStatus.TO_TELL, withheld.why(), now);
    }
    work.forget(ImprovementRepository.NOTICES, lease.id());
    improvements.flush();
    journal.record(
        Change.of("improvement-notification", "updated", notification)
            .data(Map.of("improvementId", notification.improvementId()))
            .detail(notification.view()));
  }
}
