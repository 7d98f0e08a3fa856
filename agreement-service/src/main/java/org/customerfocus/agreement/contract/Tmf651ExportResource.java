package org.customerfocus.agreement.contract;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Agreements as documents of TMF651, over HTTP.
@Path("/v1/agreements/{id}/tmf651-agreement")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class Tmf651ExportResource {

  private final AgreementRepository agreements;
  private final Tmf651Agreements documents;

  Tmf651ExportResource(AgreementRepository agreements, Tmf651Agreements documents) {
    this.agreements = agreements;
    this.documents = documents;
  }

  @GET
  @Operation(
      operationId = "getTmf651Agreement",
      summary = "Get an agreement as a TM Forum Agreement",
      description =
          "As TM Forum's API TMF651 defines it in version 4, with all of its terms: from the"
              + " document the same agreement can be made again. What the standard has no member"
              + " for stands in characteristics whose names begin with customerfocus. What came"
              + " with an imported document is given back as it came.")
  @APIResponse(
      responseCode = "200",
      description = "The document.",
      content = @Content(schema = @Schema(implementation = Tmf651Agreement.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public String get(@PathParam("id") UUID id) {
    return documents.write(agreements.get(id));
  }
}
