package org.customerfocus.survey.complaint;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Comments on cases, over HTTP.
@Path("/v1/cases/{id}/comments")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseCommentResource {

  private final CaseRepository cases;
  private final CommentRepository comments;
  private final CurrentCaller caller;
  private final Journal journal;
  private final InstantSource clock;

  CaseCommentResource(
      CaseRepository cases,
      CommentRepository comments,
      CurrentCaller caller,
      Journal journal,
      InstantSource clock) {
    this.cases = cases;
    this.comments = comments;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCaseComments",
      summary = "List the comments on a case",
      description = "Filter and sort by createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<CaseCommentView> list(@PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    cases.get(id);
    return comments.list(id, query).map(CaseComment::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCaseComment",
      summary = "Comment on a case",
      description =
          "A note among those who see to it, or a message that the complainant finds on their page.")
  @APIResponse(
      responseCode = "201",
      description = "The new comment, with the case's new version.",
      content = @Content(schema = @Schema(implementation = CaseCommentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@PathParam("id") UUID id, @NotNull @Valid CaseCommentRequest request) {
    SurveyCase one = cases.hold(id);
    CaseComment comment = new CaseComment(id, caller.get().subject(), request, clock.instant());
    comments.add(comment);
    one.noted(clock.instant());
    journal.record(
        Change.of("case", "commented", one)
            .data(Map.of("commentId", comment.id(), "shared", request.isShared()))
            .detail(comment.view()));
    return Answers.created("/v1/cases/%s/comments".formatted(id), one.version(), comment.view());
  }
}
