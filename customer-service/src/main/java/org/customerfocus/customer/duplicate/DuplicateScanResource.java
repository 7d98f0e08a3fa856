package org.customerfocus.customer.duplicate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Comparing all parties, over HTTP.
@Path("/v1/duplicate-scans")
@Tag(name = "Duplicates")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DuplicateScanResource {

  private final DuplicateRepository duplicates;
  private final Journal journal;
  private final InstantSource clock;
  private final CurrentCaller current;

  DuplicateScanResource(
      DuplicateRepository duplicates, Journal journal, InstantSource clock, CurrentCaller current) {
    this.duplicates = duplicates;
    this.journal = journal;
    this.clock = clock;
    this.current = current;
  }

  @GET
  @Operation(
      operationId = "listDuplicateScans",
      summary = "List scans for duplicates",
      description = "Filter and sort by status and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<DuplicateScanView> list(@BeanParam @Valid PageQuery query) {
    return duplicates.scans(query).map(DuplicateScan::view);
  }

  @POST
  @Command
  @Operation(
      operationId = "createDuplicateScan",
      summary = "Compare all parties with one another",
      description =
          "Runs in the background; read the scan for its progress and the duplicates for what it"
              + " found. It also learns from the register how much each field tells, by which new and"
              + " changed parties are judged from then on. A scan that breaks off goes on by itself.")
  @APIResponse(
      responseCode = "201",
      description = "The new scan, queued.",
      content = @Content(schema = @Schema(implementation = DuplicateScanView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create() {
    Caller caller = current.get();
    DuplicateScan scan = new DuplicateScan(clock.instant());
    duplicates.add(scan, caller.tenant(), caller.test());
    journal.record(Change.of("duplicate-scan", "created", scan));
    return Answers.created("/v1/duplicate-scans/" + scan.id(), scan.version(), scan.view());
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getDuplicateScan",
      summary = "Get a scan and its progress",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The scan.",
      content = @Content(schema = @Schema(implementation = DuplicateScanView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    DuplicateScan scan = duplicates.scan(id);
    return Answers.ok(scan.version(), scan.view());
  }
}
