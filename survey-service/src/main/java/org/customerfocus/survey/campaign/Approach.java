package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.campaign.AudienceRepository.Decision;
import org.customerfocus.survey.campaign.AudienceRepository.Occasion;
import org.customerfocus.survey.contactrule.Contacts;
import org.customerfocus.survey.invitation.InvitationChannel;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.invitation.Offer;
import org.customerfocus.survey.permission.Consents;
import org.customerfocus.survey.permission.Suppressions;
import org.jspecify.annotations.Nullable;

/// Finds out how people may be approached, and invites those whom nothing protects.
@ApplicationScoped
class Approach {

  private final Consents consents;
  private final Suppressions suppressions;
  private final Contacts contacts;
  private final Ledger ledger;
  private final Journal journal;

  Approach(
      Consents consents,
      Suppressions suppressions,
      Contacts contacts,
      Ledger ledger,
      Journal journal) {
    this.consents = consents;
    this.suppressions = suppressions;
    this.contacts = contacts;
    this.ledger = ledger;
    this.journal = journal;
  }

  /// What consents say of each over each channel; asked within no transaction.
  Ways ways(Caller caller, Plan plan, List<Member> people)
      throws IOException, InterruptedException {
    Ways ways = Ways.of(plan);
    List<UUID> parties = people.stream().map(Member::partyId).toList();
    for (InvitationChannel channel : ways.channels()) {
      for (int from = 0; from < parties.size(); from += Consents.MOST) {
        List<UUID> some = parties.subList(from, Math.min(parties.size(), from + Consents.MOST));
        ways.note(channel, consents.ask(caller, plan.permitted(), channel, some));
      }
    }
    return ways;
  }

  /// Invites those whom nothing protects, and says what became of each.
  List<Decision> decide(
      Campaign campaign, List<Member> people, Ways ways, @Nullable Occasion occasion) {
    Map<UUID, UUID> protecting =
        contacts.protectedByRule(people.stream().map(Member::person).toList());
    Map<UUID, Instant> unsubscribed =
        suppressions.since(people.stream().map(Member::partyId).toList());
    List<Decision> decisions = new ArrayList<>();
    List<Offer.Person> invited = new ArrayList<>();
    for (Member each : people) {
      Ways.Way way = ways.of(each.partyId(), unsubscribed.get(each.partyId()));
      UUID rule = protecting.get(each.partyId());
      if (way.channel() == null) {
        decisions.add(new Decision(each.partyId(), way.reason(), null));
      } else if (rule != null) {
        decisions.add(new Decision(each.partyId(), ExclusionReason.CONTACTED_RECENTLY, rule));
      } else {
        decisions.add(new Decision(each.partyId(), ExclusionReason.INVITED, null));
        invited.add(each.invited(way.channel(), occasion));
      }
    }
    if (!invited.isEmpty()) {
      ledger.offer(offer(campaign), invited);
      journal.record(
          Change.of("campaign", "invited", campaign).data(Map.of("invitations", invited.size())));
    }
    return decisions;
  }

  private static Offer offer(Campaign campaign) {
    Schedule schedule = campaign.schedule();
    return new Offer(
        campaign.id(),
        campaign.surveyVersionId(),
        campaign.anonymous(),
        campaign.expiresAt(),
        schedule == null ? List.of() : schedule.reminders());
  }
}
