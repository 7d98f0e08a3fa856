package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.SurveyMaking;
import org.customerfocus.survey.invitation.Counts;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.segment.Segments;

/// Makes and changes campaigns, with all that hangs on them in the same transaction. What only
/// customer-service knows is asked before, in none: an answer may take a while.
@ApplicationScoped
class CampaignService {

  private static final long SEEDS = 1L << 53;

  private final CampaignRepository campaigns;
  private final PublishedSurveys surveys;
  private final SurveyMaking making;
  private final Segments segments;
  private final Ledger ledger;
  private final Links links;
  private final Preconditions preconditions;
  private final CurrentCaller caller;
  private final Journal journal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  CampaignService(
      CampaignRepository campaigns,
      PublishedSurveys surveys,
      SurveyMaking making,
      Segments segments,
      Ledger ledger,
      Links links,
      Preconditions preconditions,
      CurrentCaller caller,
      Journal journal,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.surveys = surveys;
    this.making = making;
    this.segments = segments;
    this.ledger = ledger;
    this.links = links;
    this.preconditions = preconditions;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  /// @param unknown segments that do not exist
  @Command
  Response create(CampaignRequest request, Set<UUID> unknown) {
    Instant now = clock.instant();
    List<FieldError> faults = request.faults(now);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Segments.refuse("/audience/segmentIds", request.segments(), unknown);
    UUID version = version(request);
    Campaign campaign =
        new Campaign(request, version, surveys.anonymous(version), random.nextLong(SEEDS), now);
    campaigns.add(campaign);
    links.noteHandle();
    segments.change("campaign", campaign.id(), List.of(), request.segments());
    queue(campaign, now);
    CampaignView view = CampaignView.of(campaign, Counts.NONE);
    journal.record(Change.of("campaign", "created", campaign).detail(view));
    return Answers.created("/v1/campaigns/" + campaign.id(), campaign.version(), view);
  }

  /// The segments that a patch would add to a campaign, as far as can be told outside of the
  /// transaction that makes the change.
  List<UUID> added(UUID id, MergePatch patch) {
    Campaign campaign = campaigns.get(id);
    preconditions.requireMatch(campaign.version());
    return added(campaign, patch.applyTo(campaign.asRequest()));
  }

  /// @param unknown segments that do not exist
  @Command
  Response update(UUID id, MergePatch patch, Set<UUID> unknown) {
    Campaign campaign = held(id);
    preconditions.requireMatch(campaign.version());
    change(campaign, patch.applyTo(campaign.asRequest()), unknown);
    Counts counts = ledger.counts(Set.of(id)).getOrDefault(id, Counts.NONE);
    return Answers.ok(campaign.version(), CampaignView.of(campaign, counts));
  }

  private void change(Campaign campaign, CampaignRequest request, Set<UUID> unknown) {
    if (request.templateId() != null) {
      throw ProblemException.invalid(
          "/templateId", "names a survey only when the campaign is made: name a version");
    }
    if (request.surveyVersionId() == null) {
      throw ProblemException.invalid("/surveyVersionId", "is required");
    }
    Instant now = clock.instant();
    List<UUID> before = used(campaign);
    Segments.refuse("/audience/segmentIds", added(campaign, request), unknown);
    if (!request.surveyVersionId().equals(campaign.surveyVersionId())) {
      version(request);
    }
    boolean changed =
        campaign.change(
            request, surveys.anonymous(request.surveyVersionId()), random.nextLong(SEEDS), now);
    if (changed) {
      segments.change("campaign", campaign.id(), before, used(campaign));
      queue(campaign, now);
      journal.record(
          Change.of("campaign", "updated", campaign)
              .data(Map.of("status", campaign.status().wire()))
              .detail(campaign.asRequest()));
    }
  }

  @Command
  Response delete(UUID id) {
    Campaign campaign = held(id);
    preconditions.requireMatch(campaign.version());
    if (campaign.status() != CampaignStatus.DRAFT) {
      throw new ProblemException(
          Problems.IN_USE,
          "The campaign is %s: only a draft can be deleted. %s"
              .formatted(
                  campaign.status().wire(),
                  campaign.status().ended()
                      ? "It is kept with its invitations."
                      : "Set its status to cancelled instead."));
    }
    segments.change("campaign", campaign.id(), used(campaign), List.of());
    campaigns.remove(campaign);
    journal.record(Change.of("campaign", "deleted", campaign));
    return Answers.noContent();
  }

  /// The campaign, of which the worker keeps its hands until this transaction ends.
  private Campaign held(UUID id) {
    Campaign campaign = campaigns.hold(id);
    if (campaign == null) {
      throw ProblemException.notFound("campaign", id);
    }
    return campaign;
  }

  private void queue(Campaign campaign, Instant now) {
    campaigns.queue(campaign.id(), campaign.due(now, null), caller.get().test());
  }

  /// The segments that the campaign needs from now on.
  private static List<UUID> used(Campaign campaign) {
    return campaign.status().ended() ? List.of() : campaign.plan().reached().segments();
  }

  private static List<UUID> added(Campaign campaign, CampaignRequest request) {
    List<UUID> added = new ArrayList<>(request.segments());
    added.removeAll(used(campaign));
    return added;
  }

  private UUID version(CampaignRequest request) {
    if (request.templateId() != null) {
      return making.publishTemplate(request.templateId(), request.name()).id();
    }
    UUID id = Objects.requireNonNull(request.surveyVersionId());
    surveys.referred(id).demandOpen();
    return id;
  }
}
