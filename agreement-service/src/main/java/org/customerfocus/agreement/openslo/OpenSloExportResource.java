package org.customerfocus.agreement.openslo;

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

/// Agreements in OpenSLO, over HTTP.
@Path("/v1/agreements/{id}/openslo")
@Tag(name = "OpenSLO")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class OpenSloExportResource {

  private final OpenSloExports exports;

  OpenSloExportResource(OpenSloExports exports) {
    this.exports = exports;
  }

  @GET
  @Operation(
      operationId = "getAgreementOpenSlo",
      summary = "Read an agreement in OpenSLO",
      description =
          "The current version as a Service, an SLI for each metric and an SLO for each commitment."
              + " What OpenSLO has no words for lies in annotations, so that a draft that takes it over"
              + " promises the same; what it cannot express is listed.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public OpenSloExportView read(@PathParam("id") UUID id) {
    return exports.view(id);
  }
}
