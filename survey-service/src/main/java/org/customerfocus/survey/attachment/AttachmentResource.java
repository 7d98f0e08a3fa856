package org.customerfocus.survey.attachment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The files themselves, over HTTP.
@Path("/v1/attachments/{id}/content")
@Tag(name = "Cases")
@RunOnVirtualThread
public class AttachmentResource {

  private final AttachmentRepository attachments;
  private final Contents contents;

  AttachmentResource(AttachmentRepository attachments, Contents contents) {
    this.attachments = attachments;
    this.contents = contents;
  }

  @GET
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      operationId = "downloadAttachment",
      summary = "Download an attachment",
      description = "The file as it was attached, to be saved and not to be shown in place.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_OCTET_STREAM,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples = @ExampleObject(name = "example", value = "Seat 12 A, 20 November 2026\n")))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response download(@PathParam("id") UUID id) {
    Attachment found = attachments.get(id);
    String name = URLEncoder.encode(found.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(contents.of(found), MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .build();
  }
}
