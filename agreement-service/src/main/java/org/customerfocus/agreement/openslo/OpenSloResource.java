package org.customerfocus.agreement.openslo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.Trial;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Service level objectives in OpenSLO v1, over HTTP.
@Path("/v1/openslo-imports")
@Tag(name = "OpenSLO", description = "Service level objectives in OpenSLO v1.")
@RunOnVirtualThread
public class OpenSloResource {

  static final String YAML = "application/yaml";
  static final String EXAMPLE =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: search
        displayName: Searches are answered at once
      spec:
        service: shop
        indicator:
          metadata: {name: search-latency, displayName: Time until a search is answered}
          spec:
            thresholdMetric:
              metricSource: {type: Any, spec: {query: Any}}
        timeWindow: [{duration: 2w, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{op: lt, value: 500, target: 0.99}]
      """;

  static final String JSON_EXAMPLE =
      """
      {"apiVersion": "openslo/v1", "kind": "SLO",
       "metadata": {"name": "search", "displayName": "Searches are answered at once"},
       "spec": {
         "service": "shop",
         "indicator": {
           "metadata": {"name": "search-latency", "displayName": "Time until a search is answered"},
           "spec": {"thresholdMetric": {"metricSource": {"type": "Any", "spec": {"query": "Any"}}}}},
         "timeWindow": [{"duration": "2w", "isRolling": true}],
         "budgetingMethod": "Occurrences",
         "objectives": [{"op": "lt", "value": 500, "target": 0.99}]}}""";

  private final OpenSloImport imports;

  OpenSloResource(OpenSloImport imports) {
    this.imports = imports;
  }

  @POST
  @Consumes({YAML, MediaType.APPLICATION_JSON})
  @Produces(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "importOpenSlo",
      summary = "Take over documents in OpenSLO",
      description =
          "YAML of one or several documents, or JSON. Each SLI becomes a metric, or"
              + " is the one of its name that is there; with an agreementId each objective becomes a"
              + " commitment of that draft. A document that breaks the specification is refused with"
              + " its line and the reason, and then nothing is taken over; what has no place here is"
              + " listed.")
  @RequestBody(
      content = {
        @Content(
            mediaType = YAML,
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 1_000_000),
            examples = @ExampleObject(name = "search", value = EXAMPLE)),
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    additionalProperties = Schema.True.class,
                    description = "One document."),
            examples = @ExampleObject(name = "search", value = JSON_EXAMPLE))
      })
  @APIResponse(
      responseCode = "200",
      description = "What became of the documents.",
      content = @Content(schema = @Schema(implementation = OpenSloImportView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response importDocuments(
      @QueryParam("agreementId")
          @Parameter(description = "The draft that gets the commitments; metrics alone without.")
          @Nullable UUID agreementId,
      @QueryParam("dryRun")
          @DefaultValue("false")
          @Parameter(description = "Whether it is only tried, and nothing kept.")
          Boolean dryRun,
      @NotNull String text) {
    OpenSloImportView view =
        dryRun
            ? Trial.of(() -> imports.take(text, agreementId, true))
            : imports.take(text, agreementId, false);
    return Response.ok(view).build();
  }
}
