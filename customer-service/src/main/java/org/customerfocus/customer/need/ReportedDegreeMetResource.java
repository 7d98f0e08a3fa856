package org.customerfocus.customer.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where the other services report how far a requirement is met by what they have measured. They
/// have not read it before, so that no version is asked for; repeating the call changes nothing.
@Path("/internal/requirements/{id}/degree-met")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReportedDegreeMetResource {

  private final RequirementRepository requirements;
  private final RequirementScoring scoring;

  ReportedDegreeMetResource(RequirementRepository requirements, RequirementScoring scoring) {
    this.requirements = requirements;
    this.scoring = scoring;
  }

  @PUT
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "degrees-met:write")
  public Response put(@PathParam("id") UUID id, @NotNull @Valid DegreeMetRequest request) {
    scoring.record(requirements.get(id), request);
    return Answers.noContent();
  }
}
