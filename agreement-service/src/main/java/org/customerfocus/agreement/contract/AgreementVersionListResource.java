package org.customerfocus.agreement.contract;

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
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Every wording of an agreement, over HTTP.
@Path("/v1/agreements/{id}/versions")
@Tag(name = "Agreements", description = "What a provider promises a customer.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AgreementVersionListResource {

  private final AgreementRepository agreements;

  AgreementVersionListResource(AgreementRepository agreements) {
    this.agreements = agreements;
  }

  @GET
  @Operation(
      operationId = "listAgreementVersions",
      summary = "List the versions of an agreement",
      description = "Every wording that there is and was. Filter and sort by number.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<AgreementVersionView> list(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    return agreements.versions(id, query).map(AgreementVersionView::of);
  }
}
