package org.customerfocus.survey.improvement;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Verifications of improvements, over HTTP.
@Path("/v1/improvement-verifications")
@Tag(name = "Improvements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {

  private final ImprovementRepository improvements;
  private final Verifier verifier;
  private final Journal journal;
  private final InstantSource clock;

  VerificationResource(
      ImprovementRepository improvements, Verifier verifier, Journal journal, InstantSource clock) {
    this.improvements = improvements;
    this.verifier = verifier;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listImprovementVerifications",
      summary = "List verifications",
      description = "Filter and sort by improvementId, madeAt and outcome.")
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Page<VerificationView> list(@BeanParam @Valid PageQuery query) {
    return improvements.verifications(query).map(Verification::view);
  }

  @POST
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createImprovementVerification",
      summary = "Verify an improvement",
      description =
          "Compares the score that it should change before and after: two surveys (waves), versions,"
              + " campaigns or spans of days. Verified when the whole interval of the difference lies"
              + " on the side that was expected, else not-verified; insufficient where too few"
              + " answered, or too few to be told. It is kept as it was found; the last one is the"
              + " improvement's outcome. 409 before it is done.")
  @APIResponse(
      responseCode = "201",
      description = "What was found.",
      content = @Content(schema = @Schema(implementation = VerificationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:write")
  public Response create(@NotNull @Valid VerificationRequest request) {
    List<FieldError> faults = request.faults();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    Improvement improvement;
    try {
      improvement = improvements.get(request.improvementId());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/improvementId", e.detail());
    }
    ImprovementRequest.ExpectedEffect expected = improvement.expected();
    if (improvement.status() != ImprovementStatus.DONE || expected == null) {
      throw new ProblemException(
          Problems.CONFLICT,
          "Only an improvement that is done, and that says what it should do to which score, can be"
              + " verified.");
    }
    Verifier.Found found = verifier.verify(expected, request);
    Verification verification =
        new Verification(improvement.id(), found.outcome(), found.compared(), clock.instant());
    improvements.add(verification);
    improvement.verified(found.outcome(), clock.instant());
    improvements.flush();
    VerificationView view = verification.view();
    journal.record(
        Change.of(ImprovementService.TYPE, found.outcome().wire(), improvement)
            .data(Map.of("verificationId", verification.id()))
            .detail(view));
    return Answers.created("/v1/improvement-verifications/" + verification.id(), 0, view);
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getImprovementVerification",
      summary = "Get a verification",
      description = "As it was found; it never changes.")
  @APIResponse(
      responseCode = "200",
      description = "What was found.",
      content = @Content(schema = @Schema(implementation = VerificationView.class)))
  @SecurityRequirement(name = "bearer", scopes = "improvements:read")
  public Response get(@PathParam("id") UUID id) {
    return Answers.ok(0, improvements.verification(id).view());
  }
}
