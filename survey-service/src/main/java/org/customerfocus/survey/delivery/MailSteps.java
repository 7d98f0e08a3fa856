package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.invitation.Offered;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.suppression.Suppressions;
import org.jspecify.annotations.Nullable;

/// The steps of sending an e-mail that change something, each within one transaction of its tenant.
@ApplicationScoped
class MailSteps {

  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

  private final MailRepository mails;
  private final Ledger ledger;
  private final Links links;
  private final PublishedSurveys surveys;
  private final Suppressions suppressions;
  private final CurrentCaller caller;
  private final MailConfig config;
  private final InstantSource clock;

  MailSteps(
      MailRepository mails,
      Ledger ledger,
      Links links,
      PublishedSurveys surveys,
      Suppressions suppressions,
      CurrentCaller caller,
      MailConfig config,
      InstantSource clock) {
    this.mails = mails;
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
  @Nullable Errand begin(Claimed claimed) {
    Instant now = clock.instant();
    if (!mails.hold(claimed, now.plus(config.lease()))) {
      return null;
    }
    MailRepository.Waiting mail = mails.begin(claimed.mail());
    Invited invited = ledger.get(mail.invitation());
    UUID party = invited.partyId();
    String obstacle = obstacle(invited, now);
    if (obstacle != null || party == null) {
      end(
          claimed.mail(),
          MailStatus.CANCELLED,
          obstacle == null ? "The person was erased." : obstacle);
      return null;
    }
    if (mail.ordinal() > 0 && !ledger.mayRemind(invited.id())) {
      end(
          claimed.mail(),
          MailStatus.CANCELLED,
          "A contact rule, or the person, speaks against a reminder now.");
      return null;
    }
    PublishedVersion version = surveys.version(invited.surveyVersionId());
    if (version.closed()) {
      end(claimed.mail(), MailStatus.CANCELLED, "The survey was closed before.");
      return null;
    }
    if (mail.attempts() >= config.attempts()) {
      giveUp(claimed.mail(), mail, "Each of %d attempts broke off.".formatted(config.attempts()));
      return null;
    }
    return new Errand(
        claimed.mail(),
        mail.ordinal(),
        invited,
        party,
        version,
        link(invited).path(),
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

  /// A person has one link, whatever number of e-mails carries it.
  private Links.Issued link(Invited invited) {
    UUID made = mails.link(invited.id());
    return made == null
        ? links.personal(
            invited.surveyVersionId(), invited.campaignId(), invited.id(), invited.expiresAt())
        : links.issued(made);
  }

  /// Ends an attempt, unless another worker has the e-mail by now.
  void settle(Claimed claimed, Errand errand, Outcome outcome) {
    Instant now = clock.instant();
    if (!mails.hold(claimed, now)) {
      return;
    }
    UUID mail = errand.mail();
    switch (outcome) {
      case Outcome.Sent() -> sent(errand, now);
      case Outcome.Later later -> later(claimed, errand, later, now);
      case Outcome.Never never -> {
        end(mail, MailStatus.FAILED, never.why());
        failInvitation(errand.ordinal(), errand.invited().id(), never.why());
      }
      case Outcome.Withheld withheld -> end(mail, MailStatus.WITHHELD, withheld.why());
      case Outcome.Cancelled cancelled -> end(mail, MailStatus.CANCELLED, cancelled.why());
    }
  }

  private void sent(Errand errand, Instant now) {
    mails.settle(errand.mail(), MailStatus.SENT, now, null);
    mails.forget(errand.mail());
    UUID invitation = errand.invited().id();
    if (errand.ordinal() == 0) {
      ledger.delivered(invitation);
    } else {
      ledger.reminded(invitation);
    }
    Instant next = mails.nextReminder(invitation);
    if (next != null) {
      mails.queue(List.of(invitation), errand.ordinal() + 1, next, now, caller.get().test());
    }
  }

  private void later(Claimed claimed, Errand errand, Outcome.Later later, Instant now) {
    MailRepository.Waiting tried = mails.tried(errand.mail());
    if (tried.attempts() >= config.attempts()) {
      giveUp(
          errand.mail(),
          tried,
          "Given up after %d attempts. %s".formatted(tried.attempts(), later.why()));
      return;
    }
    mails.settle(errand.mail(), MailStatus.WAITING, null, later.why());
    mails.hold(claimed, now.plus(pause(tried.attempts())));
  }

  /// Four times as long after each attempt, at most six hours.
  private Duration pause(int attempts) {
    Duration pause = config.pause().multipliedBy(1L << (2 * Math.min(attempts - 1, 10)));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void giveUp(UUID mail, MailRepository.Waiting waiting, String why) {
    end(mail, MailStatus.FAILED, why);
    failInvitation(waiting.ordinal(), waiting.invitation(), why);
  }

  /// Who has the invitation loses nothing when a reminder does not come.
  private void failInvitation(int ordinal, UUID invitation, String why) {
    if (ordinal == 0) {
      ledger.failed(invitation, why);
    }
  }

  private void end(UUID mail, MailStatus status, String why) {
    mails.settle(mail, status, null, why);
    mails.forget(mail);
  }
}
