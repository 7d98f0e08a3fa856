package org.customerfocus.survey.gemba;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who of our own people went to see, over HTTP.
@Path("/v1/gemba-visitors")
@Tag(name = "Gemba visits")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class GembaVisitorResource {

  private final GembaRepository visits;

  GembaVisitorResource(GembaRepository visits) {
    this.visits = visits;
  }

  @GET
  @Operation(
      operationId = "listGembaVisitors",
      summary = "List who of our own people went, and when last",
      description =
          "Everybody with a visit that is done. Filter and sort by partyId, visits and"
              + " lastVisitedAt: the first by lastVisitedAt has stayed away longest.")
  @SecurityRequirement(name = "bearer", scopes = "feedback:read")
  public Page<GembaVisitorView> list(@BeanParam @Valid PageQuery query) {
    return visits.visitors(query).map(GembaVisitor::view);
  }
}
