package org.customerfocus.survey.feedback;

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
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Feedback, over HTTP.
@Path("/v1/feedback")
@Tag(
    name = "Feedback",
    description =
        "What customers say and show outside of surveys: compliments, suggestions, complaints,"
            + " questions and observations.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {

  private static final String TYPE = "feedback";

  private final FeedbackRepository feedback;
  private final FeedbackRecording recording;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  FeedbackResource(
      FeedbackRepository feedback,
      FeedbackRecording recording,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.feedback = feedback;
    this.recording = recording;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listFeedback",
      summary = "List feedback",
      description =
          "Filter by form, voice, channel, language, receivedAt, customerId, partyId, offeringId,"
              + " touchpointId, requirementId, surveyId, responseId, importId and createdAt; sort by"
              + " form, voice, channel, receivedAt and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<FeedbackView> list(@BeanParam @Valid PageQuery query) {
    return feedback.list(query).map(FeedbackView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createFeedback",
      summary = "Record feedback",
      description =
          "Rules over feedback are applied in the same moment: what they speak of is a case at once."
              + " To record a complaint and open its case in one call, see POST /v1/cases.")
  @APIResponse(
      responseCode = "201",
      description = "The new feedback.",
      content = @Content(schema = @Schema(implementation = FeedbackView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid FeedbackRequest request) {
    Feedback made = recording.add(request, "");
    FeedbackView view = FeedbackView.of(made);
    journal.record(
        Change.of(TYPE, "recorded", made)
            .data(Map.of("form", request.form().wire(), "channel", request.channel()))
            .detail(view));
    recording.tell(made);
    return Answers.created("/v1/feedback/" + made.id(), made.version(), view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getFeedback",
      summary = "Get feedback",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The feedback.",
      content = @Content(schema = @Schema(implementation = FeedbackView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("id") UUID id) {
    Feedback found = feedback.get(id);
    return Answers.ok(found.version(), FeedbackView.of(found));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/FeedbackPatch")))
  @Operation(
      operationId = "updateFeedback",
      summary = "Change feedback",
      description =
          "To link it to what it is about, or to correct what was recorded. No rule is applied"
              + " again.")
  @APIResponse(
      responseCode = "200",
      description = "The changed feedback.",
      content = @Content(schema = @Schema(implementation = FeedbackView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Feedback found = feedback.get(id);
    preconditions.requireMatch(found.version());
    FeedbackRequest before = found.asRequest();
    FeedbackRequest request = patch.applyTo(before);
    var faults = request.faults("", clock.instant());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    if (request.externalRef() != null && !request.externalRef().equals(before.externalRef())) {
      UUID there = feedback.withRef(request.externalRef());
      if (there != null && !Objects.equals(there, id)) {
        throw new ProblemException(
            FeedbackProblems.ALREADY_RECORDED,
            "The feedback %s has this external reference already.".formatted(there));
      }
    }
    if (found.change(request, clock.instant())) {
      journal.record(Change.of(TYPE, "updated", found).detail(FeedbackView.of(found)));
    }
    return Answers.ok(found.version(), FeedbackView.of(found));
  }
}
