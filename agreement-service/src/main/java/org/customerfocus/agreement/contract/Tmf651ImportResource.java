package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Agreements from documents of TMF651, over HTTP.
@Path("/v1/tmf651-agreements")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class Tmf651ImportResource {

  private final Tmf651Agreements documents;
  private final AgreementService service;
  private final InstantSource clock;

  Tmf651ImportResource(Tmf651Agreements documents, AgreementService service, InstantSource clock) {
    this.documents = documents;
    this.service = service;
    this.clock = clock;
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Tmf651Agreement.class)))
  @Operation(
      operationId = "createTmf651Agreement",
      summary = "Create an agreement from a TM Forum Agreement",
      description =
          "Makes a draft of an Agreement of TM Forum's API TMF651, version 4: parties, period,"
              + " offerings with their terms, and what the characteristics say whose names begin"
              + " with customerfocus. Everything else is kept and given back with the agreement's"
              + " document. Whatever the document says of signatures and status, it is a draft here"
              + " until it is proposed and signed here.")
  @APIResponse(
      responseCode = "201",
      description = "The new agreement.",
      content = @Content(schema = @Schema(implementation = AgreementView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull Tmf651Document document) {
    Agreement agreement = documents.create(document.root(), clock.instant());
    service.record(agreement, "created");
    return Answers.created(
        "/v1/agreements/" + agreement.id(), agreement.version(), AgreementView.of(agreement));
  }
}
