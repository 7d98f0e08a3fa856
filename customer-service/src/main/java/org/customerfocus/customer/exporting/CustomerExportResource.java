package org.customerfocus.customer.exporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.http.FileStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Whole lists as files, over HTTP.
@Path("/v1")
@Tag(
    name = "Customer exports",
    description = "Whole lists as files that can be imported again, of any length.")
@RunOnVirtualThread
public class CustomerExportResource {

  private static final String CSV_TEXT =
      "The whole filtered list, streamed: UTF-8, one row each, with custom attributes where"
          + " there are any. The header names the fields as an import does, so that the file can be"
          + " imported again as it is. Text that a spreadsheet would run as a formula has an"
          + " apostrophe before it, which an import takes away. An export that fails breaks the"
          + " connection off before the end of the answer: what was received until then is not the"
          + " whole list.";
  private static final String NDJSON_TEXT =
      "The whole filtered list, streamed: one JSON object a line, with the members that an import"
          + " reads, so that the file can be imported again as it is. An export that fails breaks"
          + " the connection off before the end of the answer: what was received until then is not"
          + " the whole list.";

  private static final String PURCHASES_TEXT =
      " Imported again, a purchase stays as it is if it has an external reference; one without is"
          + " recorded again, since nothing tells that it is the same.";

  private final ExportStream stream;
  private final ExportRows rows;
  private final ExportRepository exports;

  CustomerExportResource(ExportStream stream, ExportRows rows, ExportRepository exports) {
    this.stream = stream;
    this.rows = rows;
    this.exports = exports;
  }

  @GET
  @Path("/customers.csv")
  @Produces(FileStream.CSV)
  @Operation(
      operationId = "exportCustomersCsv",
      summary = "Export customers as CSV",
      description = CSV_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All customers that meet the filter.",
      content = @Content(mediaType = FileStream.CSV))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response customersCsv(@BeanParam @Valid ExportQuery query) {
    return stream.csv(
        "customers", query, () -> ExportColumns.ofCustomers(exports.extents()), rows::customers);
  }

  @GET
  @Path("/customers.ndjson")
  @Produces(FileStream.NDJSON)
  @Operation(
      operationId = "exportCustomersNdjson",
      summary = "Export customers as NDJSON",
      description = NDJSON_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All customers that meet the filter.",
      content = @Content(mediaType = FileStream.NDJSON))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response customersNdjson(@BeanParam @Valid ExportQuery query) {
    return stream.ndjson("customers", query, rows::customers);
  }

  @GET
  @Path("/parties.csv")
  @Produces(FileStream.CSV)
  @Operation(
      operationId = "exportPartiesCsv",
      summary = "Export parties as CSV",
      description = CSV_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All parties that meet the filter.",
      content = @Content(mediaType = FileStream.CSV))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response partiesCsv(@BeanParam @Valid ExportQuery query) {
    return stream.csv(
        "parties", query, () -> ExportColumns.ofParties(exports.extents()), rows::parties);
  }

  @GET
  @Path("/parties.ndjson")
  @Produces(FileStream.NDJSON)
  @Operation(
      operationId = "exportPartiesNdjson",
      summary = "Export parties as NDJSON",
      description = NDJSON_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All parties that meet the filter.",
      content = @Content(mediaType = FileStream.NDJSON))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response partiesNdjson(@BeanParam @Valid ExportQuery query) {
    return stream.ndjson("parties", query, rows::parties);
  }

  @GET
  @Path("/purchases.csv")
  @Produces(FileStream.CSV)
  @Operation(
      operationId = "exportPurchasesCsv",
      summary = "Export purchases as CSV",
      description = CSV_TEXT + PURCHASES_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All purchases that meet the filter.",
      content = @Content(mediaType = FileStream.CSV))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response purchasesCsv(@BeanParam @Valid ExportQuery query) {
    return stream.csv("purchases", query, ExportColumns::ofPurchases, rows::purchases);
  }

  @GET
  @Path("/purchases.ndjson")
  @Produces(FileStream.NDJSON)
  @Operation(
      operationId = "exportPurchasesNdjson",
      summary = "Export purchases as NDJSON",
      description = NDJSON_TEXT + PURCHASES_TEXT)
  @APIResponse(
      responseCode = "200",
      description = "All purchases that meet the filter.",
      content = @Content(mediaType = FileStream.NDJSON))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response purchasesNdjson(@BeanParam @Valid ExportQuery query) {
    return stream.ndjson("purchases", query, rows::purchases);
  }
}
