package org.customerfocus.survey.template;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Survey templates, over HTTP.
@Path("/v1/survey-templates")
@Tag(
    name = "Survey templates",
    description = "Ready questionnaires. Name one as templateId when you make a survey.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyTemplateResource {

  private final Templates templates;

  SurveyTemplateResource(Templates templates) {
    this.templates = templates;
  }

  @GET
  @Operation(
      operationId = "listSurveyTemplates",
      summary = "List survey templates",
      description = "The whole catalogue in one answer, each template in brief.")
  @APIResponse(
      responseCode = "200",
      description = "The catalogue.",
      content = @Content(schema = @Schema(implementation = SurveyTemplateCatalogue.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyTemplateCatalogue list() {
    return new SurveyTemplateCatalogue(
        templates.all().stream().map(SurveyTemplateEntry::of).toList());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyTemplate",
      summary = "Get a survey template",
      description =
          "All that it asks and shows, in all its languages. To use it, send its id as templateId"
              + " with POST /v1/surveys; to use a part of it, send that part as a survey of your"
              + " own.")
  @APIResponse(
      responseCode = "200",
      description = "The template.",
      content = @Content(schema = @Schema(implementation = SurveyTemplateView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") @Size(min = 1, max = 64) String id) {
    Templates.Read template =
        templates.find(id).orElseThrow(() -> ProblemException.notFound("survey template", id));
    return Answers.ok(template.version(), template.view());
  }
}
