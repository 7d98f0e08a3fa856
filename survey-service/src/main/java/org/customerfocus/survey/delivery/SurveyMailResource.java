package org.customerfocus.survey.delivery;

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
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What became of the e-mails of campaigns, over HTTP.
@Path("/v1/survey-mails")
@Tag(
    name = "Survey mails",
    description = "The e-mails that invite and remind, and what became of each.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyMailResource {

  private final MailRepository mails;

  SurveyMailResource(MailRepository mails) {
    this.mails = mails;
  }

  @GET
  @Operation(
      operationId = "listSurveyMails",
      summary = "List invitations and reminders by e-mail",
      description =
          "Filter and sort by invitationId, campaignId, status, dueAt and createdAt. An e-mail that"
              + " was not sent says why.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<SurveyMailView> list(@BeanParam @Valid PageQuery query) {
    return mails.list(query).map(SurveyMail::view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getSurveyMail",
      summary = "Get an e-mail",
      description = "Its status, and why it was not sent where it was not.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  @APIResponse(
      responseCode = "200",
      description = "The e-mail.",
      content = @Content(schema = @Schema(implementation = SurveyMailView.class)))
  public Response get(@PathParam("id") UUID id) {
    SurveyMail mail = mails.get(id);
    return Answers.ok(mail.version(), mail.view());
  }
}
