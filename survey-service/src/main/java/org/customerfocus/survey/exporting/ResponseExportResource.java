package org.customerfocus.survey.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.customerfocus.conventions.csv.CsvTable;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.response.RecordedResponses;
import org.customerfocus.survey.response.ResponseView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/// All responses to a survey version as files, over HTTP. Each page is read when the one before was
/// taken, so that memory does not depend on their number. A file that breaks off does so for
/// everyone to see: the connection is closed without the end of the answer.
@Path("/v1/survey-versions/{id}")
@Tag(name = "Responses")
@RunOnVirtualThread
public class ResponseExportResource {

  private static final Logger LOG = Logger.getLogger(ResponseExportResource.class);
  private static final int PAGE = 500;
  private static final int BUFFER = 64 * 1024;

  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final String FHIR = "application/fhir+ndjson";
  private static final String BREAKS =
      " A file that cannot be finished breaks the connection off before the end of the answer: what"
          + " was received until then is not the whole.";

  private final PublishedSurveys surveys;
  private final RecordedResponses responses;
  private final ObjectMapper json;
  private final CurrentVertxRequest request;

  ResponseExportResource(
      PublishedSurveys surveys,
      RecordedResponses responses,
      ObjectMapper json,
      CurrentVertxRequest request) {
    this.surveys = surveys;
    this.responses = responses;
    this.json = json;
    this.request = request;
  }

  @GET
  @Path("/responses.csv")
  @Produces(CSV)
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
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "id,status,respondedAt,recommend,recommend.nonAnswer\n01a1fb3e-7b20,completed,2026-11-21T09:30:00Z,9,\n")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response csv(@PathParam("id") UUID id) {
    PublishedVersion version = surveys.version(id);
    ResponseColumns columns = new ResponseColumns(version.questionnaire());
    return answer(
        out -> {
          CsvTable table = CsvTable.to(out, columns.header());
          each(id, response -> table.row(columns.cells(response)));
          table.end();
        },
        CSV + ";charset=UTF-8",
        "responses.csv");
  }

  @GET
  @Path("/responses.ndjson")
  @Produces(NDJSON)
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
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "{\"id\":\"01a1fb3e-7b20\",\"status\":\"completed\",\"answers\":[{\"linkId\":\"recommend\",\"value\":9}]}\n")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response ndjson(@PathParam("id") UUID id) {
    surveys.version(id);
    return lines(id, response -> response, NDJSON, "responses.ndjson");
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
      content =
          @Content(
              mediaType = FHIR,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[{\"linkId\":\"recommend\",\"answer\":[{\"valueInteger\":9}]}]}\n")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response fhir(@PathParam("id") UUID id) {
    PublishedVersion version = surveys.version(id);
    FhirResponses mapping = new FhirResponses(version, surveys.fhirNames(version));
    return lines(id, mapping::resource, FHIR, "questionnaire-responses.ndjson");
  }

  private Response lines(UUID id, Function<ResponseView, Object> line, String type, String file) {
    return answer(
        out -> {
          Writer writer =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
          each(
              id,
              response -> {
                writer.write(json.writeValueAsString(line.apply(response)));
                writer.write('\n');
              });
          writer.flush();
        },
        type,
        file);
  }

  /// What takes the responses.
  @FunctionalInterface
  private interface Sink {
    void take(ResponseView response) throws IOException;
  }

  private void each(UUID id, Sink sink) throws IOException {
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
  }

  /// What writes the answer.
  @FunctionalInterface
  private interface Body {
    void write(OutputStream out) throws IOException;
  }

  private Response answer(Body body, String type, String file) {
    StreamingOutput stream =
        out -> {
          try {
            body.write(out);
          } catch (IOException | RuntimeException | Error e) {
            LOG.errorf(e, "The export %s broke off", file);
            request.getCurrent().request().connection().close();
            throw e;
          }
        };
    return Response.ok(stream, type)
        .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(file))
        .build();
  }
}
