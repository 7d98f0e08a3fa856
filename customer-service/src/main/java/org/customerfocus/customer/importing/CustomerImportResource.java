package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.http.FileStream;
import org.customerfocus.conventions.job.SpooledFile;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Imports of customers, parties and purchases, over HTTP.
@Path("/v1/customer-imports")
@Tag(
    name = "Customer imports",
    description = "Files of the registry's rows: mapping, dry run, progress, refused rows.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CustomerImportResource {

  private static final String CSV = "text/csv";
  private static final String NDJSON = "application/x-ndjson";
  private static final int PAGE = 500;

  private final ImportRepository imports;
  private final ImportIntake intake;
  private final RowShapes shapes;
  private final ObjectMapper json;
  private final FileStream files;
  private final Preconditions preconditions;
  private final Journal journal;
  private final InstantSource clock;

  CustomerImportResource(
      ImportRepository imports,
      ImportIntake intake,
      RowShapes shapes,
      ObjectMapper json,
      FileStream files,
      Preconditions preconditions,
      Journal journal,
      InstantSource clock) {
    this.imports = imports;
    this.intake = intake;
    this.shapes = shapes;
    this.json = json;
    this.files = files;
    this.preconditions = preconditions;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCustomerImports",
      summary = "List imports",
      description = "Filter and sort by status, kind and createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CustomerImportView> list(@BeanParam @Valid PageQuery query) {
    return imports.list(query).map(CustomerImportView::of);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCustomerImport",
      summary = "Create an import",
      description =
          """
          Says what the rows are and which column carries which field; the file is then sent to \
          the import's file path. A row is a merge patch of what it names: fields without a column, \
          or with an empty cell, stay as they are; arrays are replaced, external references and \
          memberships are added to.

          A row is known by the mapping's identity, an external reference of its party under that \
          scheme; without one by `partyId`; without that by the digest of its file and its number. \
          So an import can be repeated at any time and creates nothing twice.

          Fields of a row: `partyId`, `party.…` (as in createParty) and `memberships.0.…` (`type`, \
          `validFrom`, `validTo`, and the organisation by `organizationPartyId` or \
          `organization.scheme` and `organization.value`, which may stand earlier in the same \
          file); for customers also `providerPartyId` and what can be changed in a customer. Of \
          purchases: what createPurchase has, and `customer.scheme` and `customer.value`, a \
          reference of the customer's party, in the place of `customerId`; a purchase is recorded \
          once under its `externalRef`, which the identity's column fills. \
          Exported files are read back without a mapping.""")
  @APIResponse(
      responseCode = "201",
      description = "The import, waiting for its file.",
      content = @Content(schema = @Schema(implementation = CustomerImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response create(@NotNull @Valid CustomerImportRequest request) {
    if (request.mapping() != null) {
      List<FieldError> faults =
          MappingCheck.faults(shapes.of(request.kind()), request.mapping()).stream()
              .map(each -> FieldError.at("/mapping" + each.pointer(), each.detail()))
              .toList();
      if (!faults.isEmpty()) {
        throw ProblemException.invalid(faults);
      }
    }
    CustomerImport job = new CustomerImport(request, clock.instant());
    imports.add(job);
    journal.record(Change.of("customer-import", "created", job));
    return Answers.created(
        "/v1/customer-imports/" + job.id(), job.version(), CustomerImportView.of(job));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getCustomerImport",
      summary = "Get an import",
      description = "Its status, progress and outcome.")
  @APIResponse(
      responseCode = "200",
      description = "The import.",
      content = @Content(schema = @Schema(implementation = CustomerImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response get(@PathParam("id") UUID id) {
    CustomerImport job = imports.get(id);
    return Answers.ok(job.version(), CustomerImportView.of(job));
  }

  @PATCH
  @Path("/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CustomerImportStatePatch")))
  @Operation(
      operationId = "updateCustomerImport",
      summary = "Cancel an import",
      description =
          "Set the status to cancelled: no further row is recorded, those that were stay, and the"
              + " file is deleted. The version of an import at work rises with each chunk, so send"
              + " If-Match: *.")
  @APIResponse(
      responseCode = "200",
      description = "The import.",
      content = @Content(schema = @Schema(implementation = CustomerImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    CustomerImport job = imports.hold(id);
    preconditions.requireMatch(job.version());
    CustomerImportStateRequest before = new CustomerImportStateRequest(job.status());
    CustomerImportStateRequest after = patch.applyTo(before);
    if (!after.equals(before)) {
      job.set(after.status(), clock.instant());
      imports.forget(id);
      journal.record(Change.of("customer-import", "cancelled", job));
    }
    return Answers.ok(job.version(), CustomerImportView.of(job));
  }

  @PUT
  @Path("/{id}/file.csv")
  @Consumes(CSV)
  @RequestBody(
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "customer_no,first_name,last_name,email\n4711,Ada,Okafor,ada@example.org\n")))
  @Operation(
      operationId = "uploadCustomerImportCsv",
      summary = "Send the file of an import as CSV",
      description =
          "The file as it is, in the charset of the mapping. The work begins at once. A file may be"
              + " sent again while the import awaits it, was refused or failed. The file is deleted"
              + " when the import has ended.")
  @APIResponse(
      responseCode = "200",
      description = "The import, at work.",
      content = @Content(schema = @Schema(implementation = CustomerImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response uploadCsv(@PathParam("id") UUID id, InputStream file) throws IOException {
    return upload(id, FileFormat.CSV, file);
  }

  @PUT
  @Path("/{id}/file.ndjson")
  @Consumes(NDJSON)
  @RequestBody(
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "{\"party\":{\"kind\":\"person\",\"familyName\":\"Okafor\"},"
                              + "\"roles\":[{\"type\":\"end-user\"}]}\n")))
  @Operation(
      operationId = "uploadCustomerImportNdjson",
      summary = "Send the file of an import as NDJSON",
      description =
          "One JSON object a line, UTF-8, with the members that createCustomerImport names; the"
              + " mapping has an identity at most. Otherwise as uploadCustomerImportCsv.")
  @APIResponse(
      responseCode = "200",
      description = "The import, at work.",
      content = @Content(schema = @Schema(implementation = CustomerImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "customers:write")
  public Response uploadNdjson(@PathParam("id") UUID id, InputStream file) throws IOException {
    return upload(id, FileFormat.NDJSON, file);
  }

  private Response upload(UUID id, FileFormat format, InputStream file) throws IOException {
    // Told before the whole file is read; what counts is asked again within the transaction.
    preconditions.requireMatch(imports.get(id).version());
    try (SpooledFile spooled = SpooledFile.of(file)) {
      return intake.accept(id, format, spooled);
    }
  }

  @GET
  @Path("/{id}/refused-rows")
  @Operation(
      operationId = "listCustomerImportRefusedRows",
      summary = "List the refused rows of an import",
      description =
          "Which rows, and why. Filter and sort by rowNumber. They are kept for seven days.")
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Page<CustomerRefusedRowView> refusedRows(
      @PathParam("id") UUID id, @BeanParam @Valid PageQuery query) {
    imports.get(id);
    return imports.refusedRows(id, query).map(CustomerRefusedRowView::of);
  }

  @GET
  @Path("/{id}/refused-rows.csv")
  @Produces(CSV)
  @Operation(
      operationId = "downloadCustomerImportRefusedRowsCsv",
      summary = "Download the refused rows of an import as CSV",
      description =
          "The rows as they stood in the file, in its charset and with its delimiter, with their"
              + " number before and the reasons after them: correct them and import them again with"
              + " the same mapping.")
  @APIResponse(
      responseCode = "200",
      description = "All refused rows.",
      content =
          @Content(
              mediaType = CSV,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "row,customer_no,email,errors\n17,4711,ada@,email: must be an e-mail address\n")))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response downloadRefusedCsv(@PathParam("id") UUID id) {
    CustomerImport job = imports.get(id);
    return files.answer(
        "refused-rows.csv",
        CSV + ";charset=" + job.mapping().charsetOrUtf8().name(),
        out -> RefusedRowsFile.csv(job, out, after -> imports.refusedRowsAfter(id, after, PAGE)));
  }

  @GET
  @Path("/{id}/refused-rows.ndjson")
  @Produces(NDJSON)
  @Operation(
      operationId = "downloadCustomerImportRefusedRowsNdjson",
      summary = "Download the refused rows of an import as NDJSON",
      description =
          "The lines as they stood in the file with their number (row) and the reasons (errors)"
              + " beside their members, which an import ignores: correct them and import them again.")
  @APIResponse(
      responseCode = "200",
      description = "All refused rows.",
      content =
          @Content(
              mediaType = NDJSON,
              schema = @Schema(type = SchemaType.STRING, format = "binary"),
              examples =
                  @ExampleObject(
                      name = "example",
                      value =
                          "{\"party\":{\"kind\":\"person\"},\"row\":17,\"errors\":[{\"field\":"
                              + "\"party.familyName\",\"detail\":\"a person needs givenName or"
                              + " familyName\"}]}\n")))
  @SecurityRequirement(name = "bearer", scopes = "customers:read")
  public Response downloadRefusedNdjson(@PathParam("id") UUID id) {
    CustomerImport job = imports.get(id);
    return files.lines(
        "refused-rows.ndjson",
        NDJSON,
        RefusedRowsFile.lines(job, json, after -> imports.refusedRowsAfter(id, after, PAGE)));
  }
}
