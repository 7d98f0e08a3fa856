package org.customerfocus.customer.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
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

/// Where the other services answer a privacy request. They act on its event and tell so here, as
/// often as it takes; the gateway leads nobody here.
@Path("/internal/privacy-requests/{id}")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyPartsResource {

  private final PrivacyService privacy;

  PrivacyPartsResource(PrivacyService privacy) {
    this.privacy = privacy;
  }

  @PUT
  @Path("/parts/{service}")
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "privacy:answer")
  public Response handIn(
      @PathParam("id") UUID id, @PathParam("service") String service, @NotNull JsonNode part) {
    privacy.done(id, service, part.toString());
    return Answers.noContent();
  }

  @PUT
  @Path("/confirmations/{service}")
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "privacy:answer")
  public Response confirm(@PathParam("id") UUID id, @PathParam("service") String service) {
    privacy.done(id, service, null);
    return Answers.noContent();
  }
}
