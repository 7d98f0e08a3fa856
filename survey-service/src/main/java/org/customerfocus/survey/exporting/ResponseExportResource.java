package org.customerfocus.survey.exporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.http.FileStream;
import org.customerfocus.conventions.http.FileStream.Source;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.response.RecordedResponses;
import org.customerfocus.survey.response.ResponseView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// All responses to a survey version as files, over HTTP. Each page is read when the one before was
/// taken, so that memory does not depend on their number.
@Path("/v1/survey-versions/{id}")
@Tag(name = "Responses")
@RunOnVirtualThread
public class ResponseExportResource {

  private static final int PAGE = 500;

  private static final String FHIR = "application/fhir+ndjson";
  private static final String BREAKS =
      " A file that cannot be finished breaks the connection off before the end of the answer: what"
          + " was received until then is not the whole.";

  private final PublishedSurveys surveys;
  private final RecordedResponses responses;
  private final FileStream files;

  ResponseExportResource(PublishedSurveys surveys, RecordedResponses responses, FileStream files) {
    this.surveys = surveys;
    this.responses = responses;
    this.files = files;
  }

  @GET
  @Path("/responses.csv")
  @Produces(FileStream.CSV)
  @Operation(
      operationId = "exportResponsesCsv",
      summary = "Export the responses to a survey version as CSV",
      description =
          "Every response, whatever its status, one row each, streamed. Besides what is known of the"
              + " response there are columns attributes.<key>, <linkId> with the answer (chosen"
              + " options with a bar between them), <linkId>.<option> for constant sums,"
              + " <linkId>.text for own words and <linkId>.nonAnswer. Text that a spreadsheet would"
              + " run as a formula has an apostrophe before it."
              + BREAKS)
  @APIResponse(
      responseCode = "200",
      description = "All responses to the version.",
      content = @Content(mediaType = FileStream.CSV))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response csv(@PathParam("id") UUID id) {
    PublishedVersion version = surveys.version(id);
    ResponseColumns columns = new ResponseColumns(version.questionnaire());
    return files.csv("responses.csv", columns.header(), columns::cells, all(id));
  }

  @GET
  @Path("/responses.ndjson")
  @Produces(FileStream.NDJSON)
  @Operation(
      operationId = "exportResponsesNdjson",
      summary = "Export the responses to a survey version as NDJSON",
      description =
          "Every response, whatever its status, one JSON object a line as GET /v1/responses/{id}"
              + " answers it, streamed."
              + BREAKS)
  @APIResponse(
      responseCode = "200",
      description = "All responses to the version.",
      content = @Content(mediaType = FileStream.NDJSON))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response ndjson(@PathParam("id") UUID id) {
    surveys.version(id);
    return files.lines("responses.ndjson", FileStream.NDJSON, all(id));
  }

  @GET
  @Path("/questionnaire-responses.ndjson")
  @Produces(FHIR)
  @Operation(
      operationId = "exportQuestionnaireResponses",
      summary = "Export the responses to a survey version as FHIR resources",
      description =
          "Every response as a FHIR R5 QuestionnaireResponse, one a line, streamed. Link ids,"
              + " codes and their tree are those of the version's FHIR Questionnaire, whose url and"
              + " version questionnaire names."
              + BREAKS)
  @APIResponse(
      responseCode = "200",
      description = "All responses to the version.",
      content = @Content(mediaType = FHIR))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response fhir(@PathParam("id") UUID id) {
    PublishedVersion version = surveys.version(id);
    FhirResponses mapping = new FhirResponses(version, surveys.fhirNames(version));
    return files.<Object>lines(
        "questionnaire-responses.ndjson",
        FHIR,
        sink -> all(id).each(response -> sink.take(mapping.resource(response))));
  }

  private Source<ResponseView> all(UUID id) {
    return sink -> {
      UUID last = null;
      while (true) {
        List<ResponseView> page = responses.page(id, last, PAGE);
        for (ResponseView response : page) {
          sink.take(response);
        }
        if (page.size() < PAGE) {
          return;
        }
        last = page.getLast().id();
      }
    };
  }
}
