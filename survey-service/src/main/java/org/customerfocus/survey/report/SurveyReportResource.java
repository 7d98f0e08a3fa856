package org.customerfocus.survey.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The results of a survey as a table, as a page and as a PDF, over HTTP.
@Path("/v1/surveys/{id}")
@Tag(name = "Results")
@RunOnVirtualThread
public class SurveyReportResource {

  private final Reports reports;

  SurveyReportResource(Reports reports) {
    this.reports = reports;
  }

  @GET
  @Path("/results.csv")
  @Produces(Reports.CSV)
  @Operation(
      operationId = "downloadSurveyResults",
      summary = "Download the results of a survey",
      description = "The same numbers as in JSON, one row a figure or a count.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content =
          @Content(
              mediaType = Reports.CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = ReportCsv.EXAMPLE)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response csv(@PathParam("id") UUID id, @BeanParam @Valid ReportQuery query) {
    return reports.csv(reports.ofSurvey(id, query));
  }

  @GET
  @Path("/results.html")
  @Produces(MediaType.TEXT_HTML)
  @Operation(
      operationId = "showSurveyResults",
      summary = "Show the results of a survey",
      description =
          "The same numbers as in JSON as a page to read and print: plots, each with its table.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content =
          @Content(
              mediaType = MediaType.TEXT_HTML,
              schema = @Schema(type = SchemaType.STRING, maxLength = 100_000_000),
              examples = @ExampleObject(name = "example", value = "<!doctype html>…")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response page(@PathParam("id") UUID id, @BeanParam @Valid ReportQuery query) {
    return reports.page(reports.ofSurvey(id, query));
  }

  @GET
  @Path("/results.pdf")
  @Produces(Reports.PDF)
  @Operation(
      operationId = "printSurveyResults",
      summary = "Print the results of a survey",
      description =
          "The page as PDF. Its fonts know Latin, Greek and Cyrillic letters; the page shows all.")
  @APIResponse(
      responseCode = "200",
      description = "The results as of now.",
      content =
          @Content(
              mediaType = Reports.PDF,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = "%PDF-1.5…")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response pdf(@PathParam("id") UUID id, @BeanParam @Valid ReportQuery query) {
    return reports.pdf(reports.ofSurvey(id, query));
  }
}
