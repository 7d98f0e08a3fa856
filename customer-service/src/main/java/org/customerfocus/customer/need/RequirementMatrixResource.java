package org.customerfocus.customer.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What each segment requires, over HTTP.
@Path("/v1/requirement-matrix")
@Tag(name = "Requirements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RequirementMatrixResource {

  private final RequirementMatrix matrix;

  RequirementMatrixResource(RequirementMatrix matrix) {
    this.matrix = matrix;
  }

  @GET
  @Operation(
      operationId = "getRequirementMatrix",
      summary = "Get the requirement matrix",
      description =
          "Segment × requirement: how much each requirement matters to each segment, how far it is"
              + " met there, and the gap. At most 200 requirements and 10,000 cells; beyond, narrow"
              + " it or take the CSV.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public RequirementMatrixView get(@BeanParam @Valid MatrixQuery query) {
    return matrix.whole(query);
  }
}
