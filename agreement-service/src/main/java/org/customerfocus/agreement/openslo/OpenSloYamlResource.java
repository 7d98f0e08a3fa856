package org.customerfocus.agreement.openslo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Agreements in OpenSLO as YAML, over HTTP.
@Path("/v1/agreements/{id}/openslo.yaml")
@Tag(name = "OpenSLO")
@RunOnVirtualThread
@Produces(OpenSloResource.YAML)
public class OpenSloYamlResource {

  private final OpenSloExports exports;

  OpenSloYamlResource(OpenSloExports exports) {
    this.exports = exports;
  }

  @GET
  @Operation(
      operationId = "getAgreementOpenSloYaml",
      summary = "Read an agreement in OpenSLO, as YAML",
      description =
          "The same as several documents of YAML; what OpenSLO cannot express is told in comments"
              + " before them.")
  @APIResponse(
      responseCode = "200",
      description = "The documents.",
      content =
          @Content(
              mediaType = OpenSloResource.YAML,
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "search", value = OpenSloResource.EXAMPLE)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public String yaml(@PathParam("id") UUID id) {
    return exports.yaml(id);
  }
}
