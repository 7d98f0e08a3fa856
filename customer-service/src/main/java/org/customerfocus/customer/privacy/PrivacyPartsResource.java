package org.customerfocus.customer.privacy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/// Where the other services answer a privacy request. They act on its event and tell so here, as
/// often as it takes; the gateway leads nobody here.
@Path("/internal/privacy-requests/{id}")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PrivacyPartsResource {

  private final PrivacyParts parts;

  PrivacyPartsResource(PrivacyParts parts) {
    this.parts = parts;
  }

  /// A part whose pieces are all here.
  ///
  /// @param attempt whose pieces they are
  /// @param pieces how many they are
  @Schema(hidden = true)
  record HandedIn(@NotNull UUID attempt, @NotNull @Min(1) Integer pieces) {}

  @PUT
  @Path("/parts/{service}/pieces/{attempt}/{ordinal}")
  @Command
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "privacy:answer")
  public Response keep(
      @PathParam("id") UUID id,
      @PathParam("service") String service,
      @PathParam("attempt") UUID attempt,
      @PathParam("ordinal") @Min(0) @Max(Integer.MAX_VALUE) int ordinal,
      byte @NotNull [] piece) {
    parts.keep(id, service, attempt, ordinal, piece);
    return Answers.noContent();
  }

  @PUT
  @Path("/parts/{service}")
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "privacy:answer")
  public Response handIn(
      @PathParam("id") UUID id,
      @PathParam("service") String service,
      @NotNull @Valid HandedIn part) {
    parts.handIn(id, service, part.attempt(), part.pieces());
    return Answers.noContent();
  }

  @PUT
  @Path("/confirmations/{service}")
  @Command
  @Operation(hidden = true)
  @SecurityRequirement(name = "bearer", scopes = "privacy:answer")
  public Response confirm(@PathParam("id") UUID id, @PathParam("service") String service) {
    parts.confirm(id, service);
    return Answers.noContent();
  }
}
