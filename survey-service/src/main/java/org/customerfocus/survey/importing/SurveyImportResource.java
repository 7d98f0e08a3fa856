package org.customerfocus.survey.importing;

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
import org.customerfocus.conventions.http.FileStream;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.questionnaire.Violation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Imports of survey files, over HTTP.
@Path("/v1/survey-imports")
@Tag(
    name = "Survey imports",
    description = "Files of responses: column mapping, dry run, progress, refused rows.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyImportResource {

  private static final String CSV = "text/csv";

  private final ImportRepository imports;
  private final ImportIntake intake;
  private final PublishedSurveys surveys;
  private final FileStream files;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  SurveyImportResource(
      ImportRepository imports,
      ImportIntake intake,
      PublishedSurveys surveys,
      FileStream files,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.intake = intake;
    this.surveys = surveys;
    this.files = files;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listSurveyImports",
      summary = "List imports",
      description = "Filter and sort by status, surveyVersionId and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyImportView> list(@BeanParam @Valid PageQuery query) {
    return imports.list(query).map(SurveyImportView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createSurveyImport",
      summary = "Create an import",
      description =
          "Says which column carries what; the file is then sent to the import's file path. A row"
              + " is recorded once: it is known by the mapped identity, else by the digest of its"
              + " file and its number, so an import can be repeated at any time.")
  @APIResponse(
      responseCode = "201",
      description = "The import, waiting for its file.",
      content = @Content(schema = @Schema(implementation = SurveyImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
  public Response create(@NotNull @Valid SurveyImportRequest request) {
    PublishedVersion version = version(request.surveyVersionId());
    List<Violation> violations = MappingCheck.against(version.questionnaire(), request.mapping());
    if (!violations.isEmpty()) {
      throw ProblemException.invalid(
          violations.stream().map(each -> each.under("/mapping").asFieldError()).toList());
    }
    SurveyImport job = new SurveyImport(request, clock.instant());
    imports.add(job);
    journal.record(Change.of("survey-import", "created", job));
    return Answers.created(
        "/v1/survey-imports/" + job.id(), job.version(), SurveyImportView.of(job));
  }

  private PublishedVersion version(UUID id) {
    PublishedVersion version = surveys.referred(id);
    version.demandOpen();
    return version;
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyImport",
      summary = "Get an import",
      description = "Its status, progress and outcome.")
  @APIResponse(
      responseCode = "200",
      description = "The import.",
      content = @Content(schema = @Schema(implementation = SurveyImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    SurveyImport job = imports.get(id);
    return Answers.ok(job.version(), SurveyImportView.of(job));
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
                      value = "RESPNUM,NETPRO,Q7ALL,AREA,WEIGHT\n1842,5,3,N,0.67\n")))
  @Operation(
      operationId = "uploadSurveyImportFile",
      summary = "Send the file of an import",
      description =
          "The file as it is, UTF-8. The work begins at once: all rows are checked, then the good"
              + " ones recorded. A file may be sent again while the import awaits it, was refused or"
              + " failed.")
  @APIResponse(
      responseCode = "200",
      description = "The import, at work.",
      content = @Content(schema = @Schema(implementation = SurveyImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:write")
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
      operationId = "listRefusedRows",
      summary = "List the refused rows of an import",
      description = "Which rows, and why. Filter and sort by rowNumber.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<RefusedRowView> refusedRows(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    imports.get(id);
    return imports.refusedRows(id, query).map(RefusedRowView::of);
  }

  @GET
  @Path("/{id}/refused-rows.csv")
  @Produces(CSV)
  @Operation(
      operationId = "downloadRefusedRows",
      summary = "Download the refused rows of an import",
      description =
          "The rows as they stood in the file, with their number before and the reasons after"
              + " them: correct and import them again. Cells are raw, so that what is sent again is"
              + " the same; a spreadsheet may take one that starts with = for a formula.")
  @APIResponse(
      responseCode = "200",
      description = "All refused rows.",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "row,RESPNUM,NETPRO,errors\n17,1858,12,NETPRO: 12 lies outside the scale 0–10"
                              + " of this question.\n")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response downloadRefusedRows(@PathParam("id") UUID id) {
    SurveyImport job = imports.get(id);
    return files.answer(
        "refused-rows.csv",
        CSV + ";charset=UTF-8",
        out ->
            RefusedRowsCsv.write(
                job.header(), out, after -> imports.refusedRowsAfter(id, after, 500)));
  }
}
