package org.customerfocus.survey.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// An open link as a piece of a web page, over HTTP.
@Path("/v1/survey-links/{id}/embed")
@Tag(
    name = "Survey links",
    description = "The addresses of the pages on which people answer, open or personal.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SurveyEmbedResource {

  private final PublicLinks links;

  SurveyEmbedResource(PublicLinks links) {
    this.links = links;
  }

  @GET
  @Operation(
      operationId = "getSurveyLinkEmbed",
      summary = "Get an open link as HTML to embed",
      description =
          "To copy into a web page: a frame, or a small script that makes one. Both are served with"
              + " headers that allow other sites to show them. 409 for a personal link and for one"
              + " that leads nowhere.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public SurveyEmbedView get(@PathParam("id") UUID id) {
    return SurveyEmbedView.of(links.shown(id));
  }
}
