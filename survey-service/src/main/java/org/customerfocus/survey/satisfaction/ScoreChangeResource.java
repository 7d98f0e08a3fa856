package org.customerfocus.survey.satisfaction;

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

/// Scores that have changed, over HTTP.
@Path("/v1/score-changes")
@Tag(name = "Satisfaction")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ScoreChangeResource {

  private final ScoreChangeRepository changes;

  ScoreChangeResource(ScoreChangeRepository changes) {
    this.changes = changes;
  }

  @GET
  @Operation(
      operationId = "listScoreChanges",
      summary = "List significant changes of scores",
      description =
          "Every hour each question's score of the last 30 days is compared with that of the 30 days"
              + " before, where both rest on 30 answers. Those that differ at 5 %, corrected after"
              + " Holm for all that are compared, are listed and told by an event, each once in 30"
              + " days. Filter by surveyId and score; filter and sort by foundAt.")
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public Page<ScoreChangeView> list(@BeanParam @Valid PageQuery query) {
    return changes.list(query).map(ScoreChange::view);
  }
}
