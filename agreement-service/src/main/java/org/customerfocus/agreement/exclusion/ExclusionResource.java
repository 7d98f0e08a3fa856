package org.customerfocus.agreement.exclusion;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// What both sides agreed not to count, over HTTP.
@Path("/v1/exclusions")
@Tag(name = "Exclusions", description = "Time that both sides agreed not to count.")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ExclusionResource {

  /// By how much a client's clock may be ahead of ours.
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  private final ExclusionRepository exclusions;
  private final AgreementRepository agreements;
  private final CurrentCaller caller;
  private final Preconditions preconditions;
  private final Journal journal;
  private final Event<ExclusionChanged> changed;
  private final InstantSource clock;

  ExclusionResource(
      ExclusionRepository exclusions,
      AgreementRepository agreements,
      CurrentCaller caller,
      Preconditions preconditions,
      Journal journal,
      Event<ExclusionChanged> changed,
      InstantSource clock) {
    this.exclusions = exclusions;
    this.agreements = agreements;
    this.caller = caller;
    this.preconditions = preconditions;
    this.journal = journal;
    this.changed = changed;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listExclusions",
      summary = "List exclusions",
      description = "Filter and sort by agreementId, spanStart, createdAt.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Page<ExclusionView> list(@BeanParam @Valid PageQuery query) {
    return exclusions.list(query).map(ExclusionView::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Command
  @Operation(
      operationId = "createExclusion",
      summary = "Create an exclusion",
      description =
          "Asks for time not to be counted, or records it as approved. It takes effect with its"
              + " approval: attainment is then counted anew from the measurements.")
  @APIResponse(
      responseCode = "201",
      description = "The new exclusion.",
      content = @Content(schema = @Schema(implementation = ExclusionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response create(@NotNull @Valid ExclusionRequest request) {
    requireConsistent(request);
    Exclusion exclusion = new Exclusion(request, caller.get().subject(), clock.instant());
    exclusions.add(exclusion);
    changed.fire(ExclusionChanged.of(exclusion));
    record(exclusion, "created");
    return Answers.created(
        "/v1/exclusions/" + exclusion.id(), exclusion.version(), ExclusionView.of(exclusion));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getExclusion",
      summary = "Read an exclusion",
      description = "With its reason, author and approval.")
  @APIResponse(
      responseCode = "200",
      description = "The exclusion.",
      content = @Content(schema = @Schema(implementation = ExclusionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:read")
  public Response get(@PathParam("id") UUID id) {
    Exclusion exclusion = exclusions.get(id);
    return Answers.ok(exclusion.version(), ExclusionView.of(exclusion));
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @Command
  @Operation(
      operationId = "updateExclusion",
      summary = "Change or approve an exclusion",
      description =
          "Merges the patch into the exclusion; an approval puts it into effect. A change of the"
              + " span, the commitments or the reason withdraws the approval, unless the patch"
              + " brings a new one.")
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/ExclusionPatch")))
  @APIResponse(
      responseCode = "200",
      description = "The changed exclusion.",
      content = @Content(schema = @Schema(implementation = ExclusionView.class)))
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    Exclusion exclusion = exclusions.get(id);
    preconditions.requireMatch(exclusion.version());
    ExclusionRequest request = patch.applyTo(exclusion.describe());
    if (!request.agreementId().equals(exclusion.agreementId())) {
      throw ProblemException.invalid(
          "/agreementId", "cannot change; create an exclusion of the other agreement");
    }
    requireConsistent(request);
    ExclusionRequest before = exclusion.describe();
    Instant now = clock.instant();
    if (!request.equals(before)) {
      // While the row is still as it was.
      exclusions.remember(exclusion, now);
      changed.fire(ExclusionChanged.of(exclusion));
    }
    if (exclusion.change(request, now)) {
      changed.fire(ExclusionChanged.of(exclusion));
      record(exclusion, "updated");
    }
    return Answers.ok(exclusion.version(), ExclusionView.of(exclusion));
  }

  @DELETE
  @Path("/{id}")
  @Command
  @Operation(
      operationId = "deleteExclusion",
      summary = "Delete an exclusion",
      description = "What it covered counts again.")
  @APIResponse(responseCode = "204", description = "The exclusion is gone.")
  @SecurityRequirement(name = "bearer", scopes = "agreements:write")
  public Response delete(@PathParam("id") UUID id) {
    Exclusion exclusion = exclusions.get(id);
    preconditions.requireMatch(exclusion.version());
    exclusions.remember(exclusion, clock.instant());
    changed.fire(ExclusionChanged.of(exclusion));
    exclusions.remove(exclusion);
    journal.record(
        Change.of("exclusion", "deleted", exclusion)
            .data(Map.of("agreementId", exclusion.agreementId())));
    return Answers.noContent();
  }

  private void requireConsistent(ExclusionRequest request) {
    List<FieldError> errors = new ArrayList<>();
    if (!request.span().end().isAfter(request.span().start())) {
      errors.add(FieldError.at("/span/end", "must be later than the start"));
    }
    if (request.recurrence() != null) {
      errors.addAll(request.recurrence().faults());
    }
    if (request.approval() != null
        && request.approval().at().isAfter(clock.instant().plus(LEEWAY))) {
      errors.add(FieldError.at("/approval/at", "must not be in the future"));
    }
    Set<UUID> commitments = commitmentsOf(request.agreementId());
    for (int i = 0; i < request.commitmentIds().size(); i++) {
      if (!commitments.contains(request.commitmentIds().get(i))) {
        errors.add(FieldError.at("/commitmentIds/" + i, "must be a commitment of the agreement"));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private Set<UUID> commitmentsOf(UUID agreementId) {
    return agreements
        .find(agreementId)
        .orElseThrow(() -> ProblemException.invalid("/agreementId", "there is no such agreement"))
        .version()
        .commitments()
        .stream()
        .map(CommitmentView::id)
        .collect(Collectors.toSet());
  }

  private void record(Exclusion exclusion, String verb) {
    journal.record(
        Change.of("exclusion", verb, exclusion)
            .data(Map.of("agreementId", exclusion.agreementId()))
            .detail(exclusion.describe()));
  }
}
