package org.customerfocus.survey.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.survey.contactrule.Contacts;
import org.jspecify.annotations.Nullable;

/// Keeps the ledger of invitations, within the transaction of whatever moves one on.
///
/// Each call may be repeated, and none takes an invitation back. Nothing here writes an event of
/// its own: who opens or completes does so by a command that is journaled itself, and of anonymous
/// answers no single event may tell.
@ApplicationScoped
public class Ledger {

  private final InvitationRepository invitations;
  private final Contacts contacts;
  private final Event<Offered> offered;
  private final CurrentCaller caller;
  private final InstantSource clock;

  Ledger(
      InvitationRepository invitations,
      Contacts contacts,
      Event<Offered> offered,
      CurrentCaller caller,
      InstantSource clock) {
    this.invitations = invitations;
    this.contacts = contacts;
    this.offered = offered;
    this.caller = caller;
    this.clock = clock;
  }

  /// Invites people, and tells who delivers it.
  ///
  /// @return the invitations' ids, in the order of the people
  public List<UUID> offer(Offer offer, Collection<Offer.Person> people) {
    Instant now = clock.instant();
    List<Invitation> made =
        people.stream().map(person -> new Invitation(offer, person, now)).toList();
    if (made.isEmpty()) {
      return List.of();
    }
    invitations.add(made);
    invitations.count(
        offer.campaignId(), made.getFirst().id(), Map.of(InvitationStatus.OFFERED, made.size()));
    contacts.record(made.stream().flatMap(Ledger::contact).toList());
    Map<InvitationChannel, List<UUID>> byChannel = new HashMap<>();
    for (Invitation each : made) {
      byChannel.computeIfAbsent(each.channel(), channel -> new ArrayList<>()).add(each.id());
    }
    byChannel.forEach(
        (channel, ids) -> offered.fire(new Offered(offer.campaignId(), channel, ids)));
    return made.stream().map(Invitation::id).toList();
  }

  /// An invitation.
  ///
  /// @throws org.customerfocus.conventions.problem.ProblemException 404 when there is none
  public Invited get(UUID invitation) {
    return Invited.of(invitations.get(invitation));
  }

  /// The same as it is now, and nobody else moves it on until the transaction has ended.
  ///
  /// @throws org.customerfocus.conventions.problem.ProblemException 404 when there is none
  public Invited hold(UUID invitation) {
    return Invited.of(invitations.hold(invitation));
  }

  public void delivered(UUID invitation) {
    reach(invitation, InvitationStatus.DELIVERED);
  }

  /// Of an anonymous survey this is not told before the batch of the next day, which completes: who
  /// answers at this moment would be seen to.
  public void opened(UUID invitation) {
    if (!invitations.get(invitation).anonymous()) {
      reach(invitation, InvitationStatus.OPENED);
    }
  }

  /// The same as [#opened] for an anonymous survey.
  public void started(UUID invitation) {
    if (!invitations.get(invitation).anonymous()) {
      reach(invitation, InvitationStatus.STARTED);
    }
  }

  /// Whether the invited person has finished, be it that the batch is yet to tell.
  public boolean answered(UUID invitation) {
    Invitation found = invitations.get(invitation);
    return found.status() == InvitationStatus.COMPLETED || awaitsBatch(found);
  }

  /// For an anonymous survey this is put off to the batch of the next day, so that it cannot be
  /// matched with a response: until then the invitation stays as it is.
  public void completed(UUID invitation) {
    if (invitations.get(invitation).anonymous()) {
      // Whoever ends the campaign meanwhile waits, and finds that it was answered.
      invitations.hold(invitation);
      LocalDate tomorrow = today().plusDays(1);
      invitations.putOff(invitation, tomorrow, caller.get().test());
    } else {
      reach(invitation, InvitationStatus.COMPLETED);
    }
  }

  /// It could not be delivered.
  ///
  /// @param why at most 500 characters, without anything personal
  public void failed(UUID invitation, String why) {
    Invitation held = invitations.hold(invitation);
    if (held.fail(why.substring(0, Math.min(why.length(), 500)), clock.instant())) {
      count(held, Map.of(InvitationStatus.FAILED, 1));
    }
  }

  /// Whether the person of an invitation may be reminded now as far as is known here: it is still
  /// open, and no contact rule speaks against it. Decisions of one tenant come one after the other
  /// from here to the end of the transaction.
  public boolean mayRemind(UUID invitation) {
    Invitation held = invitations.hold(invitation);
    UUID party = held.partyId();
    if (party == null || !held.open() || awaitsBatch(held)) {
      return false;
    }
    Frozen as = held.attributes();
    Contacts.Person person =
        new Contacts.Person(party, as.roles(), as.segmentIds(), as.organizationPartyId());
    return contacts.protectedByRule(List.of(person)).isEmpty();
  }

  private boolean awaitsBatch(Invitation invitation) {
    return !invitations.awaitingCompletion(List.of(invitation.id())).isEmpty();
  }

  /// A reminder that is to come.
  ///
  /// @param ordinal 1 is the first
  public record Reminder(int ordinal, Instant due) {}

  /// A message was sent, or will not be; a reminder that was sent counts as a contact. One that was
  /// not leaves those after it as they are.
  ///
  /// @param ordinal 0 for the invitation itself, from 1 for reminders
  /// @return the next reminder, while the invitation is open
  public @Nullable Reminder messageEnded(UUID invitation, int ordinal, boolean sent) {
    Invitation held = invitations.hold(invitation);
    boolean reminded = sent && ordinal > 0;
    Integer next = held.endReminder(ordinal, reminded, clock.instant());
    if (reminded) {
      contacts.record(contact(held).toList());
    }
    Instant due = held.remindAt();
    return next == null || due == null ? null : new Reminder(next, due);
  }

  private static Stream<Contacts.Contact> contact(Invitation invitation) {
    return Stream.ofNullable(invitation.partyId())
        .map(party -> new Contacts.Contact(party, invitation.id()));
  }

  /// Ends some of the invitations of a campaign that are still open. Those whose completion waits
  /// for the batch of the day are left to it.
  ///
  /// @return whether there may be more
  public boolean expireSome(UUID campaign, int limit) {
    List<Invitation> held = invitations.holdOpen(campaign, limit);
    // Some may have been answered while this waited for who held them.
    Set<UUID> answered = invitations.awaitingCompletion(held.stream().map(Invitation::id).toList());
    List<Invitation> open = held.stream().filter(each -> !answered.contains(each.id())).toList();
    if (!open.isEmpty()) {
      open.forEach(each -> each.expire(clock.instant()));
      invitations.count(
          campaign, open.getFirst().id(), Map.of(InvitationStatus.EXPIRED, open.size()));
    }
    return held.size() == limit;
  }

  /// How many have come how far, by campaign; a campaign without invitations is missing.
  public Map<UUID, Counts> counts(Set<UUID> campaigns) {
    return invitations.counts(campaigns);
  }

  /// Completes some of the anonymous invitations that wait, all of them in a few statements.
  ///
  /// @return whether there were any
  boolean completeSome(int limit) {
    List<UUID> due = invitations.takeCompletions(today(), limit);
    Instant now = clock.instant();
    SortedMap<UUID, Map<InvitationStatus, Integer>> reached = new TreeMap<>();
    for (Invitation each : invitations.hold(due)) {
      Map<InvitationStatus, Integer> sum =
          reached.computeIfAbsent(
              each.campaignId(), campaign -> new EnumMap<>(InvitationStatus.class));
      each.reach(InvitationStatus.COMPLETED, now)
          .forEach((step, more) -> sum.merge(step, more, Integer::sum));
    }
    reached.forEach((campaign, more) -> invitations.count(campaign, campaign, more));
    return !due.isEmpty();
  }

  /// What would change nothing takes no lock: people look at the same page again and again.
  private void reach(UUID invitation, InvitationStatus step) {
    if (invitations.get(invitation).staysAt(step)) {
      return;
    }
    Invitation held = invitations.hold(invitation);
    Map<InvitationStatus, Integer> reached = held.reach(step, clock.instant());
    if (!reached.isEmpty()) {
      count(held, reached);
    }
  }

  private void count(Invitation invitation, Map<InvitationStatus, Integer> more) {
    invitations.count(invitation.campaignId(), invitation.id(), more);
  }

  private LocalDate today() {
    return clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
