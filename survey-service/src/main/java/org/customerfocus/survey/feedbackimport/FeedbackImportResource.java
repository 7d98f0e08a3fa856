package org.customerfocus.survey.feedbackimport;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.feedbackimport.RefusedFeedback.RefusedFeedbackView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Imports of files of feedback, over HTTP.
@Path("/v1/feedback-imports")
@Tag(name = "Feedback")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackImportResource {

  private static final String CSV = "text/csv";

  private final FeedbackImportRepository imports;
  private final FeedbackImportIntake intake;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  FeedbackImportResource(
      FeedbackImportRepository imports,
      FeedbackImportIntake intake,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.intake = intake;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listFeedbackImports",
      summary = "List imports of feedback",
      description = "Filter and sort by status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<FeedbackImportView> list(@BeanParam @Valid PageQuery query) {
    return imports.list(query).map(FeedbackImport::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createFeedbackImport",
      summary = "Create an import of feedback",
      description =
          "Says what the columns mean; the file is sent to it afterwards. Good rows are recorded,"
              + " bad ones listed. A row with a case-status"
              + " is a case as well, with what became of it; to the others rules apply. A row that was recorded before, by its identity, is left as it is.")
  @APIResponse(
      responseCode = "201",
      description = "The new import, awaiting its file.",
      content = @Content(schema = @Schema(implementation = FeedbackImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response create(@NotNull @Valid FeedbackImportRequest request) {
    List<FieldError> faults = MappingFaults.of(request.mapping());
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    FeedbackImport job = new FeedbackImport(request, clock.instant());
    imports.add(job);
    journal.record(Change.of("feedback-import", "created", job));
    return Answers.created("/v1/feedback-imports/" + job.id(), job.version(), job.view());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getFeedbackImport",
      summary = "Get an import of feedback",
      description = "Its status, progress and outcome.")
  @APIResponse(
      responseCode = "200",
      description = "The import.",
      content = @Content(schema = @Schema(implementation = FeedbackImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Response get(@PathParam("id") UUID id) {
    FeedbackImport job = imports.get(id);
    return Answers.ok(job.version(), job.view());
  }

  @PUT
  @Path("/{id}/file")
  @Consumes(CSV)
  @RequestBody(
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          """
                          Complaint ID,Date received,Submitted via,Issue,Narrative
                          3384392,24-09-2019,Web,Debt is not yours,"They write
                          again."
                          """)))
  @Operation(
      operationId = "uploadFeedbackImportFile",
      summary = "Send the file of an import of feedback",
      description =
          "The file as it is, UTF-8, line breaks within quotes included. The work begins at once. A"
              + " file may be sent again while the import awaits it, was refused or failed.")
  @APIResponse(
      responseCode = "200",
      description = "The import, at work.",
      content = @Content(schema = @Schema(implementation = FeedbackImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "feedback:write")
  public Response upload(@PathParam("id") UUID id, InputStream file) throws IOException {
    // Told before the whole file is read; what counts is asked again within the transaction.
    preconditions.requireMatch(imports.get(id).version());
    try (SpooledFile spooled = SpooledFile.of(file)) {
      return intake.accept(id, spooled);
    }
  }

  @GET
  @Path("/{id}/refused-rows")
  @Operation(
      operationId = "listRefusedFeedback",
      summary = "List the refused rows of an import of feedback",
      description =
          "Which rows, and why. What stood in them is not kept. Filter and sort by rowNumber.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<RefusedFeedbackView> refused(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    imports.get(id);
    return imports.refused(id, query).map(RefusedFeedback::view);
  }
}
