package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.tenancy.TenantWork;
import org.customerfocus.survey.campaign.AudienceRepository.Decision;
import org.customerfocus.survey.campaign.AudienceRepository.Kept;
import org.customerfocus.survey.campaign.AudienceRepository.Occasion;
import org.customerfocus.survey.campaign.AudienceRepository.Stratum;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.permission.Consents;
import org.customerfocus.survey.sampling.Draw;
import org.customerfocus.survey.segment.Segments;
import org.jspecify.annotations.Nullable;

/// The work on a campaign, in steps of one transaction each. What is asked of customer-service is
/// asked between them, and a step changes something only if the campaign still stands where it was
/// asked for: so a step may be taken twice, and counts once.
@ApplicationScoped
class CampaignSteps {

  static final Duration LEASE = Duration.ofSeconds(30);

  private static final int CHUNK = 5_000;

  private final CampaignRepository campaigns;
  private final DueWorkRepository work;
  private final AudienceRepository audience;
  private final Customers customers;
  private final Approach approach;
  private final Ledger ledger;
  private final Links links;
  private final Segments segments;
  private final TenantWork tenants;
  private final Journal journal;
  private final InstantSource clock;

  CampaignSteps(
      CampaignRepository campaigns,
      DueWorkRepository work,
      AudienceRepository audience,
      Customers customers,
      Approach approach,
      Ledger ledger,
      Links links,
      Segments segments,
      TenantWork tenants,
      Journal journal,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.work = work;
    this.audience = audience;
    this.customers = customers;
    this.approach = approach;
    this.ledger = ledger;
    this.links = links;
    this.segments = segments;
    this.tenants = tenants;
    this.journal = journal;
    this.clock = clock;
  }

  /// What has to be asked before a step.
  private sealed interface Question {

    /// A page of the audience, from where the one before ended.
    record Page(Audience audience, @Nullable String after) implements Question {}

    /// Whether these people may be asked.
    record May(Stratum stratum, List<Member> people) implements Question {}

    /// Who is concerned by an occasion.
    record Who(Audience audience, Occasion occasion) implements Question {}
  }

  /// What a look at the campaign brought: a question, or that there is more or nothing to do.
  private record Look(
      boolean more, @Nullable Question question, Plan plan, @Nullable String progress) {}

  /// Takes one step.
  ///
  /// @return whether there is more to do at once
  boolean step(Lease lease) throws IOException, InterruptedException {
    Caller caller = Caller.system("campaigns", lease.tenant(), lease.test());
    Look look = held(lease, this::look);
    if (look == null) {
      return false;
    }
    return switch (look.question()) {
      case null -> look.more();
      case Question.Page page -> gather(lease, caller, look, page);
      case Question.May may -> invite(lease, caller, look.plan(), may);
      case Question.Who who -> invite(lease, caller, look.plan(), who);
    };
  }

  /// Lets go of the campaign until it is due again.
  void park(Lease lease) {
    held(
        lease,
        campaign -> {
          // One that ended this very moment is still to be cleared away: its place stays as it is.
          if (!campaign.status().ended()) {
            Instant due = campaign.due(clock.instant(), audience.nextOccasion(campaign.id()));
            campaigns.queue(campaign.id(), due, lease.test());
          }
          work.hold(CampaignRepository.WORK, lease, Duration.ZERO);
          return true;
        });
  }

  /// Does what needs nothing from outside, or says what does.
  private Look look(Campaign campaign) {
    Instant now = clock.instant();
    Plan plan = campaign.plan();
    if (campaign.status().ended()) {
      return new Look(clearAway(campaign), null, plan, null);
    }
    if (campaign.status() == CampaignStatus.SCHEDULED) {
      Instant due = Objects.requireNonNull(campaign.due(now, null));
      if (due.isAfter(now)) {
        return new Look(false, null, plan, null);
      }
      campaign.start(now);
      Change started = Change.of("campaign", "started", campaign);
      if (plan.isOpen()) {
        Links.Issued link =
            links.open(campaign.surveyVersionId(), campaign.id(), false, campaign.expiresAt());
        started = started.data(Map.of("surveyLinkId", link.id()));
      }
      journal.record(started);
      return new Look(true, null, plan, null);
    }
    if (campaign.status() != CampaignStatus.RUNNING) {
      return new Look(false, null, plan, null);
    }
    if (campaign.expired(now)) {
      campaign.finish(now);
      segments.change("campaign", campaign.id(), plan.reached().segments(), List.of());
      journal.record(Change.of("campaign", "finished", campaign));
      return new Look(true, null, plan, null);
    }
    return running(campaign, plan, now);
  }

  /// Closes what an ended campaign leaves open.
  ///
  /// @return whether there may be more
  private boolean clearAway(Campaign campaign) {
    links.closeOpen(campaign.id());
    boolean more = ledger.expireSome(campaign.id(), CHUNK);
    if (!more) {
      campaigns.queue(campaign.id(), null, false);
    }
    return more;
  }

  private Look running(Campaign campaign, Plan plan, Instant now) {
    return switch (campaign.phase()) {
      case WAITING -> throw new IllegalStateException("A campaign runs that was not started");
      case GATHERING ->
          new Look(
              true,
              new Question.Page(plan.reached(), campaign.progress()),
              plan,
              campaign.progress());
      case DRAWING -> {
        draw(campaign, plan.drawn());
        yield new Look(true, null, plan, null);
      }
      case INVITING -> inviting(campaign, plan);
      case SETTLED -> {
        Occasion occasion = audience.dueOccasion(campaign.id(), now);
        yield occasion == null
            ? new Look(false, null, plan, null)
            : new Look(true, new Question.Who(plan.reached(), occasion), plan, null);
      }
    };
  }

  private void draw(Campaign campaign, Sample sample) {
    Map<String, Long> strata = audience.strata(campaign.id());
    long population = strata.values().stream().mapToLong(Long::longValue).sum();
    long size = sample.of(population);
    SortedMap<String, Long> shares = Draw.shares(size, strata);
    audience.plan(campaign.id(), shares);
    campaign.drawn(population, size);
  }

  private Look inviting(Campaign campaign, Plan plan) {
    Stratum stratum = audience.stratum(campaign.id());
    if (stratum == null) {
      campaign.settled();
      return new Look(true, null, plan, null);
    }
    int need = (int) Math.min(Consents.MOST, Math.max(0, stratum.target() - stratum.invited()));
    List<Member> next = audience.next(campaign.id(), stratum.name(), need);
    if (next.isEmpty()) {
      audience.passOver(campaign.id(), stratum.name(), CHUNK);
      return new Look(true, null, plan, null);
    }
    return new Look(true, new Question.May(stratum, next), plan, null);
  }

  private boolean gather(Lease lease, Caller caller, Look look, Question.Page page)
      throws IOException, InterruptedException {
    List<Member> people = customers.page(caller, page.audience(), null, after(page.after()));
    Boolean done =
        held(
            lease,
            campaign -> {
              if (campaign.phase() == Phase.GATHERING
                  && Objects.equals(campaign.progress(), look.progress())) {
                Sample sample = look.plan().drawn();
                audience.keep(
                    campaign.id(),
                    people.stream().map(each -> kept(each, sample, page.audience())).toList(),
                    ExclusionReason.UNDECIDED);
                campaign.gathered(
                    people.size() < Customers.PAGE ? null : progress(people.getLast()));
              }
              return true;
            });
    return done != null;
  }

  private static Kept kept(Member member, Sample sample, Audience audience) {
    return new Kept(
        member,
        member.stratum(sample.stratifyBy(), audience),
        Draw.place(sample.seedOrZero(), member.partyId()),
        null);
  }

  private static String progress(Member last) {
    return last.throughCustomerId() + "," + last.partyId();
  }

  private static @Nullable Member after(@Nullable String progress) {
    if (progress == null) {
      return null;
    }
    int comma = progress.indexOf(',');
    UUID through = UUID.fromString(progress.substring(0, comma));
    UUID party = UUID.fromString(progress.substring(comma + 1));
    return new Member(through, through, party, null, "", List.of(), List.of());
  }

  private boolean invite(Lease lease, Caller caller, Plan plan, Question.May may)
      throws IOException, InterruptedException {
    Ways ways = approach.ways(caller, plan, may.people());
    Boolean done =
        held(
            lease,
            campaign -> {
              Stratum now = audience.stratum(campaign.id());
              if (campaign.status() == CampaignStatus.RUNNING && may.stratum().equals(now)) {
                List<Decision> decisions = approach.decide(campaign, may.people(), ways, null);
                audience.decide(campaign.id(), null, decisions);
                audience.invited(campaign.id(), may.stratum().name(), invited(decisions));
              }
              return true;
            });
    return done != null;
  }

  private boolean invite(Lease lease, Caller caller, Plan plan, Question.Who who)
      throws IOException, InterruptedException {
    List<Member> people =
        customers.all(caller, who.audience(), who.occasion().customer()).stream()
            .collect(
                Collectors.toMap(
                    Member::partyId, Function.identity(), (one, other) -> one, HashMap::new))
            .values()
            .stream()
            .toList();
    // Some at a time, so that a customer of many people takes no longer between two steps than the
    // lease lasts; whoever takes over goes on with those who are not decided.
    int from = 0;
    do {
      List<Member> some = people.subList(from, Math.min(people.size(), from + Consents.MOST));
      Ways ways = approach.ways(caller, plan, some);
      from += some.size();
      boolean last = from == people.size();
      Boolean done =
          held(
              lease,
              campaign -> {
                if (campaign.status() == CampaignStatus.RUNNING && !some.isEmpty()) {
                  decide(campaign, who.occasion(), some, ways);
                }
                if (last) {
                  audience.removeOccasion(campaign.id(), who.occasion().id());
                }
                return true;
              });
      if (done == null) {
        return false;
      }
    } while (from < people.size());
    return true;
  }

  private void decide(Campaign campaign, Occasion occasion, List<Member> people, Ways ways) {
    audience.keep(
        campaign.id(),
        people.stream().map(each -> new Kept(each, "", 0, occasion.id())).toList(),
        ExclusionReason.UNDECIDED);
    Set<UUID> open = audience.undecided(campaign.id(), occasion.id());
    List<Member> asked = people.stream().filter(each -> open.contains(each.partyId())).toList();
    audience.decide(campaign.id(), occasion.id(), approach.decide(campaign, asked, ways, occasion));
  }

  private static int invited(List<Decision> decisions) {
    return (int)
        decisions.stream().filter(each -> each.reason() == ExclusionReason.INVITED).count();
  }

  /// Works on the campaign in a transaction, as the one who has it.
  ///
  /// @return null when it is gone, or somebody else has it
  private <T> @Nullable T held(Lease lease, Function<Campaign, T> step) {
    return tenants
        .call(
            Caller.system("campaigns", lease.tenant(), lease.test()),
            () -> {
              Campaign campaign = campaigns.hold(lease.id());
              boolean ours = campaign != null && work.hold(CampaignRepository.WORK, lease, LEASE);
              return java.util.Optional.ofNullable(
                  ours ? step.apply(Objects.requireNonNull(campaign)) : null);
            })
        .orElse(null);
  }
}
