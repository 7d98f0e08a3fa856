package org.customerfocus.survey.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.survey.invitation.Counts;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.segment.Segments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Campaigns, over HTTP.
@Path("/v1/campaigns")
@Tag(name = "Campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CampaignResource {

  private final CampaignRepository campaigns;
  private final CampaignService service;
  private final Ledger ledger;
  private final Segments segments;
  private final CurrentCaller caller;

  CampaignResource(
      CampaignRepository campaigns,
      CampaignService service,
      Ledger ledger,
      Segments segments,
      CurrentCaller caller) {
    this.campaigns = campaigns;
    this.service = service;
    this.ledger = ledger;
    this.segments = segments;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listCampaigns",
      summary = "List campaigns",
      description = "Filter and sort by name, status, surveyVersionId and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<CampaignView> list(@BeanParam @Valid PageQuery query) {
    Page<Campaign> page = campaigns.list(query);
    Map<UUID, Counts> counts =
        ledger.counts(page.items().stream().map(Campaign::id).collect(Collectors.toSet()));
    return page.map(each -> CampaignView.of(each, counts.getOrDefault(each.id(), Counts.NONE)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCampaign",
      summary = "Create a campaign",
      description =
          """
          With status scheduled, this one call starts it: at its time the audience is gathered, the \
          sample drawn, and each person drawn is invited over the first channel that consents \
          allow, unless a contact rule protects them. Roles, segments and organisation of each are \
          kept as they are at that moment. Whoever is not invited is listed with the reason by \
          listCampaignExclusions.""")
  @APIResponse(
      responseCode = "201",
      description = "The new campaign.",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid CampaignRequest request) {
    return service.create(request, segments.unknown(caller.get(), request.segments()));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCampaign",
      summary = "Get a campaign",
      description = "With the counts of its ledger and the response rate.")
  @APIResponse(
      responseCode = "200",
      description = "The campaign.",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    Campaign campaign = campaigns.get(id);
    return Answers.ok(campaign.version(), view(campaign));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CampaignPatch")))
  @Operation(
      operationId = "updateCampaign",
      summary = "Change a campaign",
      description =
          "All of it while it is draft or scheduled, then only its status, as allowedStatuses say."
              + " A campaign that ends takes its open invitations with it.")
  @APIResponse(
      responseCode = "200",
      description = "The changed campaign.",
      content = @Content(schema = @Schema(implementation = CampaignView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    List<UUID> added = service.added(id, patch);
    return service.update(id, patch, segments.unknown(caller.get(), added));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "deleteCampaign",
      summary = "Delete a campaign",
      description = "Only a draft can be deleted; what was scheduled is cancelled instead.")
  @APIResponse(responseCode = "204", description = "The campaign is gone.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response delete(@PathParam("id") UUID id) {
    return service.delete(id);
  }

  @GET
  @Path("/{id}/exclusions")
  @Operation(
      operationId = "listCampaignExclusions",
      summary = "List who was not invited",
      description =
          "Each person of the audience who was not invited, with the reason. Filter and sort by"
              + " reason, customerId and partyId.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<CampaignExclusionView> exclusions(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    campaigns.get(id);
    return campaigns.exclusions(id, query).map(CampaignExclusionView::of);
  }

  private CampaignView view(Campaign campaign) {
    return CampaignView.of(
        campaign, ledger.counts(Set.of(campaign.id())).getOrDefault(campaign.id(), Counts.NONE));
  }
}
