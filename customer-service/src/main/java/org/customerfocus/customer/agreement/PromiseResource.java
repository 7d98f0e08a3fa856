package org.customerfocus.customer.agreement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where agreement-service asks whether what an agreement promises is what this customer requires;
/// the gateway leads nobody here. A POST since ids do not fit into a path; it changes nothing.
@Path("/internal/promise-checks")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PromiseResource {

  private final AgreementFactRepository facts;

  PromiseResource(AgreementFactRepository facts) {
    this.facts = facts;
  }

  @POST
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "promises:check")
  public PromiseAnswer check(@NotNull @Valid PromiseQuestion question) {
    return facts.promised(question);
  }
}
