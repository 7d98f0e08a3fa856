package org.customerfocus.survey.caserule;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.command.Preconditions;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.survey.caserule.CaseRuleRun.CaseRuleRunView;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Case rules, over HTTP.
@Path("/v1")
@Tag(name = "Cases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CaseRuleResource {

  private static final String TYPE = "case-rule";

  private final CaseRuleRepository repository;
  private final CaseRules rules;
  private final DueWorkRepository work;
  private final Preconditions preconditions;
  private final CurrentCaller caller;
  private final Journal journal;
  private final InstantSource clock;

  CaseRuleResource(
      CaseRuleRepository repository,
      CaseRules rules,
      DueWorkRepository work,
      Preconditions preconditions,
      CurrentCaller caller,
      Journal journal,
      InstantSource clock) {
    this.repository = repository;
    this.rules = rules;
    this.work = work;
    this.preconditions = preconditions;
    this.caller = caller;
    this.journal = journal;
    this.clock = clock;
  }

  @GET
  @Path("/case-rules")
  @Operation(
      operationId = "listCaseRules",
      summary = "List case rules",
      description = "Filter by name, source, surveyId and createdAt; sort by all but surveyId.")
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Page<CaseRuleView> list(@BeanParam @Valid PageQuery query) {
    return repository.list(query).map(CaseRule::view);
  }

  @POST
  @Path("/case-rules")
  @Command
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "createCaseRule",
      summary = "Create a case rule",
      description =
          "From now on each response that becomes whole, or each feedback, that meets the condition"
              + " has a case at once. For those that are there, run the rule. Surveys that are"
              + " anonymous have no rules.")
  @APIResponse(
      responseCode = "201",
      description = "The new rule.",
      content = @Content(schema = @Schema(implementation = CaseRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response create(@NotNull @Valid CaseRuleRequest request) {
    rules.check(request);
    CaseRule rule = new CaseRule(request, clock.instant());
    repository.add(rule);
    journal.record(Change.of(TYPE, "created", rule).detail(rule.view()));
    return Answers.created("/v1/case-rules/" + rule.id(), rule.version(), rule.view());
  }

  @GET
  @Path("/case-rules/{id}")
  @Operation(
      operationId = "getCaseRule",
      summary = "Get a case rule",
      description = "Answers 304 when If-None-Match names the current version.")
  @APIResponse(
      responseCode = "200",
      description = "The rule.",
      content = @Content(schema = @Schema(implementation = CaseRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response get(@PathParam("id") UUID id) {
    CaseRule rule = repository.get(id);
    return Answers.ok(rule.version(), rule.view());
  }

  @PATCH
  @Path("/case-rules/{id}")
  @Command
  @Consumes(MergePatch.MEDIA_TYPE)
  @RequestBody(
      content =
          @Content(
              mediaType = MergePatch.MEDIA_TYPE,
              schema = @Schema(ref = "#/components/schemas/CaseRulePatch")))
  @Operation(
      operationId = "updateCaseRule",
      summary = "Change a case rule",
      description = "It holds as it is now for what comes later. Cases that are there stay.")
  @APIResponse(
      responseCode = "200",
      description = "The changed rule.",
      content = @Content(schema = @Schema(implementation = CaseRuleView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response update(@PathParam("id") UUID id, @NotNull MergePatch patch) {
    CaseRule rule = repository.get(id);
    preconditions.requireMatch(rule.version());
    CaseRuleRequest before = rule.asRequest();
    CaseRuleRequest request = patch.applyTo(before);
    boolean changed = rule.change(request, clock.instant());
    if (changed) {
      // A rule whose survey has become anonymous can still be renamed, and switched off.
      boolean goesOn = request.isActive() && before.isActive();
      if ((request.isActive() && !goesOn) || !request.condition().equals(before.condition())) {
        rules.check(request);
      }
      journal.record(Change.of(TYPE, "updated", rule).detail(rule.view()));
    }
    return Answers.ok(rule.version(), rule.view());
  }

  @DELETE
  @Path("/case-rules/{id}")
  @Command
  @Operation(
      operationId = "deleteCaseRule",
      summary = "Delete a case rule",
      description = "Not once it has opened cases: set active to false instead.")
  @APIResponse(responseCode = "204", description = "The rule is gone.")
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response delete(@PathParam("id") UUID id) {
    CaseRule rule = repository.get(id);
    preconditions.requireMatch(rule.version());
    repository.remove(rule);
    journal.record(Change.of(TYPE, "deleted", rule));
    return Answers.noContent();
  }

  @POST
  @Path("/case-rules/{id}/runs")
  @Command
  @Operation(
      operationId = "createCaseRuleRun",
      summary = "Apply a case rule to the past",
      description =
          "Opens the cases that are missing about whole responses or feedback that there are. What"
              + " has a case by this rule gets no second one, however often it is run.")
  @APIResponse(
      responseCode = "201",
      description = "The new run, at work.",
      content = @Content(schema = @Schema(implementation = CaseRuleRunView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:write")
  public Response run(@PathParam("id") UUID id) {
    CaseRule rule = repository.get(id);
    Instant now = clock.instant();
    CaseRuleRun run = new CaseRuleRun(rule.id(), now);
    repository.add(run);
    work.schedule(CaseRuleRepository.RUNS, run.id(), now, caller.get().test());
    journal.record(Change.of("case-rule-run", "started", run).data(Map.of("ruleId", rule.id())));
    return Answers.created("/v1/case-rule-runs/" + run.id(), run.version(), run.view());
  }

  @GET
  @Path("/case-rule-runs/{id}")
  @Operation(
      operationId = "getCaseRuleRun",
      summary = "Get a run of a case rule",
      description = "How far it is, and how many cases it has opened.")
  @APIResponse(
      responseCode = "200",
      description = "The run.",
      content = @Content(schema = @Schema(implementation = CaseRuleRunView.class)))
  @SecurityRequirement(name = "bearer", scopes = "cases:read")
  public Response getRun(@PathParam("id") UUID id) {
    CaseRuleRun run = repository.run(id);
    return Answers.ok(run.version(), run.view());
  }
}
