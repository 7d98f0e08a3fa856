package org.customerfocus.customer.organization;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who may sign for a party, over HTTP.
@Path("/v1/parties/{id}/signatories")
@Tag(name = "Signing authorities")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SignatoryResource {

  private final StructureService structures;

  SignatoryResource(StructureService structures) {
    this.structures = structures;
  }

  @GET
  @Operation(
      operationId = "listSignatories",
      summary = "List who may sign for a party on a day",
      description =
          "The persons with a signing authority for this organisation that is valid on the day and"
              + " covers what is to be signed. An authority covers its own scope, to the letter,"
              + " and the scope any covers every one. It covers an amount when it has no limit, or"
              + " a limit in the same currency that is not below the amount: limits in other"
              + " currencies are not converted, several authorities do not add up, and an authority"
              + " for an organisation is none for its units. A person signs for itself. Who has"
              + " been erased signs no more. Filter and sort by name and createdAt; filter=id== asks"
              + " about one person.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<SignatoryView> list(
      @PathParam("id") UUID id, @BeanParam @Valid SignatoryQuery query) {
    return structures.signatories(id, query);
  }
}
