package org.customerfocus.agreement.contract;

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
import java.util.UUID;
import org.customerfocus.agreement.registry.AsksRegistry;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who signed what, over HTTP.
@Path("/v1/agreements/{id}/signatures")
@Tag(
    name = "Signatures",
    description = "Who signed which wording of an agreement, and by what right.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SignatureResource {

  private final AgreementRepository agreements;
  private final SignatureService signatures;

  SignatureResource(AgreementRepository agreements, SignatureService signatures) {
    this.agreements = agreements;
    this.signatures = signatures;
  }

  @GET
  @Operation(
      operationId = "listSignatures",
      summary = "List the signatures of an agreement",
      description =
          "Of every version, in the order in which they were given. Filter and sort by"
              + " side and partyId.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<SignatureView> list(@PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    return agreements.signatures(id, query).map(SignatureView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @AsksRegistry
  @Command
  @Operation(
      operationId = "createSignature",
      summary = "Sign what is proposed",
      description =
          "A person signs the proposed version for one side. The registry must know that it may: as"
              + " that side itself, or by a signing authority for service agreements that holds on"
              + " the day and covers what the agreement is worth; otherwise 409 says what is"
              + " missing. Once both sides have signed, the version binds them: an agreement is in"
              + " force, or an amendment takes effect, from its day on.")
  @APIResponse(
      responseCode = "201",
      description = "The signature.",
      content = @Content(schema = @Schema(implementation = SignatureView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@PathParam("id") UUID id, @NotNull @Valid SignatureRequest request) {
    AgreementSignature signature = signatures.sign(id, request);
    return Answers.created(
        "/v1/signatures/" + signature.id(),
        signature.version().agreement().version(),
        SignatureView.of(signature));
  }
}
