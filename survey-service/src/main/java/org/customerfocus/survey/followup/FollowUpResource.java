package org.customerfocus.survey.followup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.complaint.Cases;
import org.customerfocus.survey.feedback.FeedbackRecording;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Follow-ups, over HTTP.
@Path("/v1/follow-ups")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FollowUpResource {

  private static final String TYPE = "follow-up";

  private final FollowUpRepository followUps;
  private final Cases cases;
  private final FeedbackRecording feedback;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  FollowUpResource(
      FollowUpRepository followUps,
      Cases cases,
      FeedbackRecording feedback,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.followUps = followUps;
    this.cases = cases;
    this.feedback = feedback;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listFollowUps",
      summary = "List follow-ups",
      description =
          "status==promised;dueAt=lt=-PT1M lists what is overdue. Filter by status, channel, dueAt,"
              + " createdAt, caseId, feedbackId, customerId, partyId and ownerPartyId; sort by status,"
              + " channel, dueAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<FollowUpView> list(@BeanParam @Valid PageQuery query) {
    return followUps.list(query).map(FollowUp::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createFollowUp",
      summary = "Promise a follow-up",
      description = "Whom, by when, by which way and what for.")
  @APIResponse(
      responseCode = "201",
      description = "The new follow-up.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@NotNull @Valid FollowUpRequest request) {
    requireReferences(request);
    FollowUp made = new FollowUp(request, clock.instant());
    followUps.add(made);
    record("promised", made);
    return Answers.created("/v1/follow-ups/" + made.id(), made.version(), made.view());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getFollowUp",
      summary = "Get a follow-up",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The follow-up.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response get(@PathParam("id") UUID id) {
    FollowUp found = followUps.get(id);
    return Answers.ok(found.version(), found.view());
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/FollowUpPatch")))
  @Operation(
      operationId = "updateFollowUp",
      summary = "Change a follow-up",
      description = "With the status done it is kept, and inTime says whether by then.")
  @APIResponse(
      responseCode = "200",
      description = "The changed follow-up.",
      content = @Content(schema = @Schema(implementation = FollowUpView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    FollowUp found = followUps.get(id);
    preconditions.requireMatch(found.version());
    FollowUpRequest request = patch.applyTo(found.asRequest());
    requireReferences(request);
    if (found.change(request, clock.instant())) {
      record("updated", found);
    }
    return Answers.ok(found.version(), found.view());
  }

  private void requireReferences(FollowUpRequest request) {
    require("/caseId", request.caseId(), cases::demand);
    require("/feedbackId", request.feedbackId(), feedback::get);
  }

  private static void require(String pointer, @Nullable UUID id, Consumer<UUID> finding) {
    try {
      if (id != null) {
        finding.accept(id);
      }
    } catch (ProblemException e) {
      throw ProblemException.invalid(pointer, e.detail());
    }
  }

  private void record(String verb, FollowUp one) {
    journal.record(
        Change.of(TYPE, verb, one)
            .data(Map.of("status", one.view().status().wire()))
            .detail(one.view()));
  }
}
