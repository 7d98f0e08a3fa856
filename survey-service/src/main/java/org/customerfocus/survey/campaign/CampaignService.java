package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.SurveyMaking;
import org.customerfocus.survey.invitation.Counts;
import org.customerfocus.survey.response.ResponseProblems;

/// Makes and changes campaigns, with all that hangs on them in the same transaction.
@ApplicationScoped
class CampaignService {

  private static final long SEEDS = 1L << 53;

  private final CampaignRepository campaigns;
  private final PublishedSurveys surveys;
  private final SurveyMaking making;
  private final Customers customers;
  private final SegmentUses uses;
  private final CurrentCaller caller;
  private final Journal journal;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  CampaignService(
      CampaignRepository campaigns,
      PublishedSurveys surveys,
      SurveyMaking making,
      Customers customers,
      SegmentUses uses,
      CurrentCaller caller,
      Journal journal,
      InstantSource clock) {
    this.campaigns = campaigns;
    this.surveys = surveys;
    this.making = making;
    this.customers = customers;
    this.uses = uses;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  Campaign create(CampaignRequest request) {
    Instant now = clock.instant();
    List<FieldError> faults = request.faults(now);
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    requireSegments(segments(request));
    UUID version = version(request);
    Campaign campaign =
        new Campaign(request, version, surveys.anonymous(version), random.nextLong(SEEDS), now);
    campaigns.add(campaign);
    uses.change(campaign.id(), List.of(), segments(request));
    queue(campaign, now);
    journal.record(
        Change.of("campaign", "created", campaign).detail(CampaignView.of(campaign, Counts.NONE)));
    return campaign;
  }

  /// The campaign, of which the worker keeps its hands until this transaction ends.
  Campaign held(UUID id) {
    Campaign campaign = campaigns.hold(id);
    if (campaign == null) {
      throw ProblemException.notFound("campaign", id);
    }
    return campaign;
  }

  void change(Campaign campaign, CampaignRequest request) {
    if (request.templateId() != null) {
      throw ProblemException.invalid(
          "/templateId", "names a survey only when the campaign is made: name a version");
    }
    if (request.surveyVersionId() == null) {
      throw ProblemException.invalid("/surveyVersionId", "is required");
    }
    Instant now = clock.instant();
    List<UUID> before = used(campaign);
    List<UUID> added = new ArrayList<>(segments(request));
    added.removeAll(before);
    requireSegments(added);
    if (!request.surveyVersionId().equals(campaign.surveyVersionId())) {
      version(request);
    }
    boolean changed =
        campaign.change(
            request, surveys.anonymous(request.surveyVersionId()), random.nextLong(SEEDS), now);
    if (changed) {
      uses.change(campaign.id(), before, used(campaign));
      queue(campaign, now);
      journal.record(
          Change.of("campaign", "updated", campaign)
              .data(java.util.Map.of("status", campaign.status().wire()))
              .detail(campaign.asRequest()));
    }
  }

  void delete(Campaign campaign) {
    if (campaign.status() != CampaignStatus.DRAFT) {
      throw new ProblemException(
          Problems.IN_USE,
          "The campaign is %s: only a draft can be deleted. Set its status to cancelled instead."
              .formatted(campaign.status().wire()));
    }
    uses.change(campaign.id(), used(campaign), List.of());
    campaigns.remove(campaign);
    journal.record(Change.of("campaign", "deleted", campaign));
  }

  private void queue(Campaign campaign, Instant now) {
    campaigns.queue(campaign.id(), campaign.due(now, null), caller.get().test());
  }

  /// The segments that the campaign needs from now on.
  private static List<UUID> used(Campaign campaign) {
    return campaign.status().ended() ? List.of() : campaign.plan().reached().segments();
  }

  private static List<UUID> segments(CampaignRequest request) {
    return request.plan().reached().segments();
  }

  private void requireSegments(List<UUID> segments) {
    List<FieldError> unknown = new ArrayList<>();
    for (UUID segment : segments) {
      if (!customers.mayHaveSegment(caller.get(), segment)) {
        unknown.add(
            FieldError.at("/audience/segmentIds", "There is no segment %s.".formatted(segment)));
      }
    }
    if (!unknown.isEmpty()) {
      throw ProblemException.invalid(unknown);
    }
  }

  private UUID version(CampaignRequest request) {
    if (request.templateId() != null) {
      return making.publishTemplate(request.templateId(), request.name()).id();
    }
    UUID id = Objects.requireNonNull(request.surveyVersionId());
    PublishedSurveys.PublishedVersion version;
    try {
      version = surveys.version(id);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyVersionId", e.detail());
    }
    if (version.closed()) {
      throw new ProblemException(
          ResponseProblems.SURVEY_CLOSED,
          "The survey %s is closed: set its status to published first."
              .formatted(version.surveyId()));
    }
    return id;
  }
}
