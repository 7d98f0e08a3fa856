package org.customerfocus.customer.audience;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where other services ask, page by page, whom a campaign reaches; the gateway leads nobody here.
/// A POST since ids do not fit into a path; it changes nothing.
@Path("/internal/audience-pages")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AudienceResource {

  private final AudienceRepository audience;
  private final InstantSource clock;

  AudienceResource(AudienceRepository audience, InstantSource clock) {
    this.audience = audience;
    this.clock = clock;
  }

  /// A page; one shorter than asked for is the last.
  @Schema(hidden = true)
  record AudiencePage(List<AudienceMember> items) {}

  @POST
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "audience:read")
  public AudiencePage page(@NotNull @Valid AudienceQuestion question) {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    return new AudiencePage(audience.page(question, today));
  }
}
