package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.Backoff;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.campaign.Campaigns;
import org.customerfocus.survey.delivery.MailRepository.Waiting;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.invitation.Offered;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.permission.Suppressions;
import org.jspecify.annotations.Nullable;

/// The steps of sending an e-mail that change something, each within one transaction of its tenant.
@ApplicationScoped
class MailSteps {

  private final MailRepository mails;
  private final DueWorkRepository work;
  private final Campaigns campaigns;
  private final Ledger ledger;
  private final Links links;
  private final PublishedSurveys surveys;
  private final Suppressions suppressions;
  private final CurrentCaller caller;
  private final MailConfig config;
  private final InstantSource clock;

  MailSteps(
      MailRepository mails,
      DueWorkRepository work,
      Campaigns campaigns,
      Ledger ledger,
      Links links,
      PublishedSurveys surveys,
      Suppressions suppressions,
      CurrentCaller caller,
      MailConfig config,
      InstantSource clock) {
    this.mails = mails;
    this.work = work;
    this.campaigns = campaigns;
    this.ledger = ledger;
    this.links = links;
    this.surveys = surveys;
    this.suppressions = suppressions;
    this.caller = caller;
    this.config = config;
    this.clock = clock;
  }

  /// Queues what was offered by e-mail, in the transaction that offers it.
  void queue(@Observes Offered offered) {
    if (offered.channel() == InvitationChannel.EMAIL) {
      Instant now = clock.instant();
      mails.queue(offered.invitationIds(), 0, now, now, caller.get().test());
    }
  }

  /// Begins an attempt: from now on the e-mail may have been sent.
  ///
  /// @return null where there is nothing to send
  @Nullable Errand begin(Lease lease) {
    Instant now = clock.instant();
    if (!work.hold(MailRepository.WORK, lease, config.lease())) {
      return null;
    }
    Waiting mail = mails.begin(lease.id());
    Invited invited = ledger.get(mail.invitation());
    UUID party = invited.partyId();
    String obstacle = party == null ? "The person was erased." : obstacle(invited, now);
    if (obstacle == null && mail.ordinal() > 0 && !ledger.mayRemind(invited.id())) {
      obstacle = "A contact rule speaks against a reminder now, or there is none to be sent.";
    }
    PublishedVersion version = surveys.version(invited.surveyVersionId());
    if (obstacle == null && version.closed()) {
      obstacle = "The survey was closed before.";
    }
    if (obstacle != null || party == null) {
      end(lease.id(), mail, MailStatus.CANCELLED, String.valueOf(obstacle));
      return null;
    }
    if (mail.attempts() >= config.attempts()) {
      fail(lease.id(), mail, "Each of %d attempts broke off.".formatted(config.attempts()));
      return null;
    }
    Links.Issued link =
        links.personal(
            invited.surveyVersionId(), invited.campaignId(), invited.id(), invited.expiresAt());
    return new Errand(
        lease.id(),
        mail.ordinal(),
        invited,
        party,
        version,
        link.path(),
        campaigns.permission(invited.campaignId()),
        suppressions.since(List.of(party)).get(party));
  }

  /// Why nothing is sent any more; null where something is.
  private static @Nullable String obstacle(Invited invited, Instant now) {
    Instant end = invited.expiresAt();
    if (end != null && !now.isBefore(end)) {
      return "The invitation expired before.";
    }
    return switch (invited.status()) {
      case COMPLETED -> "The survey was answered before.";
      case EXPIRED -> "The invitation expired before.";
      case FAILED -> "The invitation failed before.";
      case OFFERED, DELIVERED, OPENED, STARTED -> null;
    };
  }

  /// Ends an attempt, unless another worker has the e-mail by now.
  void settle(Lease lease, Errand errand, Outcome outcome) {
    Instant now = clock.instant();
    if (!work.hold(MailRepository.WORK, lease, config.lease())) {
      return;
    }
    UUID mail = errand.mail();
    Waiting waiting = mails.tried(mail);
    switch (outcome) {
      case Outcome.Sent() -> {
        mails.settle(mail, MailStatus.SENT, now, null);
        work.forget(MailRepository.WORK, mail);
        if (waiting.ordinal() == 0) {
          ledger.delivered(waiting.invitation());
        }
        goOn(waiting, true);
      }
      case Outcome.Later later -> later(lease, waiting, later, now);
      case Outcome.Never never -> fail(mail, waiting, never.why());
      case Outcome.Withheld withheld -> end(mail, waiting, MailStatus.WITHHELD, withheld.why());
      case Outcome.Cancelled cancelled -> end(mail, waiting, MailStatus.CANCELLED, cancelled.why());
    }
  }

  /// Queues the next reminder. One that was not sent ends the series no more than one that was:
  /// what spoke against it may be over by then.
  private void goOn(Waiting ended, boolean sent) {
    Ledger.Reminder next = ledger.messageEnded(ended.invitation(), ended.ordinal(), sent);
    if (next != null) {
      mails.queue(
          List.of(ended.invitation()),
          next.ordinal(),
          next.due(),
          clock.instant(),
          caller.get().test());
    }
  }

  private void later(Lease lease, Waiting tried, Outcome.Later later, Instant now) {
    if (tried.attempts() >= config.attempts()) {
      fail(
          lease.id(),
          tried,
          "Given up after %d attempts. %s".formatted(tried.attempts(), later.why()));
      return;
    }
    mails.settle(lease.id(), MailStatus.WAITING, null, later.why());
    work.park(
        MailRepository.WORK, lease, now.plus(Backoff.quadrupled(config.pause(), tried.attempts())));
  }

  /// Who has the invitation loses nothing when a reminder does not come.
  private void fail(UUID mail, Waiting waiting, String why) {
    end(mail, waiting, MailStatus.FAILED, why);
    if (waiting.ordinal() == 0) {
      ledger.failed(waiting.invitation(), why);
    }
  }

  /// The message is not sent. Without the invitation there is nothing to remind of.
  private void end(UUID mail, Waiting waiting, MailStatus status, String why) {
    mails.settle(mail, status, null, why);
    work.forget(MailRepository.WORK, mail);
    if (waiting.ordinal() > 0) {
      goOn(waiting, false);
    }
  }
}
