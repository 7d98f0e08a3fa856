package org.customerfocus.survey.attachment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.attachment.Attachment.AttachmentView;
import org.customerfocus.survey.complaint.Cases;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Attachments of cases, over HTTP.
@Path("/v1/cases/{id}/attachments")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseAttachmentResource {

  private static final int LARGEST = 3_000_000;

  private final AttachmentRepository attachments;
  private final Contents contents;
  private final Attaching attaching;
  private final Cases cases;
  private final InstantSource clock;

  CaseAttachmentResource(
      AttachmentRepository attachments,
      Contents contents,
      Attaching attaching,
      Cases cases,
      InstantSource clock) {
    this.attachments = attachments;
    this.contents = contents;
    this.attaching = attaching;
    this.cases = cases;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCaseAttachments",
      summary = "List the attachments of a case",
      description = "What there is, without the files. Filter and sort by createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<AttachmentView> list(@PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    cases.demand(id);
    return attachments.list(id, query).map(Attachment::view);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCaseAttachment",
      summary = "Attach a file to a case",
      description =
          "A letter, a receipt, a photograph: up to 3,000,000 bytes each, fifty to a case. A file"
              + " whose content is of another kind than those that are taken is refused, whatever its"
              + " name.")
  @APIResponse(
      responseCode = "201",
      description = "The attachment, with the case's new version.",
      content = @Content(schema = @Schema(implementation = AttachmentView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@PathParam("id") UUID id, @NotNull @Valid AttachmentRequest request) {
    byte[] content = content(request);
    String type = MediaTypes.of(content);
    if (type == null) {
      throw new ProblemException(
          AttachmentProblems.UNKNOWN_CONTENT,
          "%s is neither PDF, PNG, JPEG, GIF, WebP nor text in UTF-8."
              .formatted(request.fileName()));
    }
    Instant now = clock.instant();
    Attachment made =
        new Attachment(
            id, request.fileName(), type, content.length, sha256(content), contents.store(), now);
    cases.demand(id);
    contents.bring(made, content);
    return attaching.attach(made, content);
  }

  private static byte[] content(AttachmentRequest request) {
    byte[] content;
    try {
      content = Base64.getDecoder().decode(request.content());
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("/content", "is not Base64 (RFC 4648)");
    }
    if (content.length > LARGEST) {
      throw ProblemException.invalid("/content", "has more than 3,000,000 bytes");
    }
    return content;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
