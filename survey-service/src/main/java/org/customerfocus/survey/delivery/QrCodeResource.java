package org.customerfocus.survey.delivery;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/// An open link as a code to scan, over HTTP.
@Path("/v1/survey-links/{id}/qr.svg")
@Tag(
    name = "Survey links",
    description = "The addresses of the pages on which people answer, open or personal.")
@RunOnVirtualThread
public class QrCodeResource {

  private static final String SVG = "image/svg+xml";

  private final PublicLinks links;

  QrCodeResource(PublicLinks links) {
    this.links = links;
  }

  @GET
  @Produces(SVG)
  @Operation(
      operationId = "getSurveyLinkQrCode",
      summary = "Get an open link as a QR code",
      description =
          "A picture of any size, for a poster, a receipt or a screen: it has the quiet zone that"
              + " scanners need and a description for those who do not see it. 409 for a personal"
              + " link and for one that leads nowhere.")
  @APIResponse(
      responseCode = "200",
      description = "The code.",
      content =
          @Content(
              mediaType = SVG,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 41 41\""
                              + " role=\"img\"><title>How was it?</title></svg>")))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Response get(@PathParam("id") UUID id) {
    PublicLinks.Shown link = links.shown(id);
    return Response.ok(QrCode.svg(link.url(), link.title(), link.url()), SVG + ";charset=UTF-8")
        .header("Content-Security-Policy", "default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "private, no-store")
        .build();
  }
}
