package org.customerfocus.survey.comparison;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.comparison.ScoreComparisonsView.ComparedGroup;
import org.customerfocus.survey.results.Results;
import org.customerfocus.survey.results.ResultsQuery;
import org.customerfocus.survey.results.ScoreSample;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Comparisons of scores, over HTTP.
@Path("/v1/surveys/{id}/score-comparisons")
@Tag(name = "Results")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ScoreComparisonResource {

  private static final int MOST = 20;

  private final Results results;
  private final PairedComparisons paired;

  ScoreComparisonResource(Results results, PairedComparisons paired) {
    this.results = results;
    this.paired = paired;
  }

  @GET
  @Operation(
      operationId = "getScoreComparisons",
      summary = "Compare scores",
      description =
          "Of the groups that splitBy makes (segments, roles, versions, campaigns …), or of two"
              + " surveys that ask the same question. Each two are compared, and the p values are"
              + " corrected by Holm for how many comparisons there are. Groups that results withhold"
              + " are withheld here as well. With paired, people who answered in both of two waves"
              + " are compared with themselves.")
  @APIResponse(
      responseCode = "200",
      description = "The comparisons as of now.",
      content = @Content(schema = @Schema(implementation = ScoreComparisonsView.class)))
  @SecurityRequirement(name = "bearer", scopes = "surveys:read")
  public ScoreComparisonsView get(
      @PathParam("id") UUID id, @BeanParam @Valid ComparisonQuery query) {
    query.demandGroups();
    double level = ResultsQuery.confidence(query.level);
    List<String> values = new ArrayList<>();
    List<ScoreSample> samples =
        query.against == null ? groups(id, query, level) : surveys(id, query, query.against, level);
    samples.forEach(each -> values.add(Objects.requireNonNullElse(each.value(), "")));
    return new ScoreComparisonsView(
        id,
        query.against,
        query.question,
        query.score,
        query.splitBy,
        level,
        IntStream.range(0, samples.size())
            .mapToObj(
                i ->
                    new ComparedGroup(
                        values.get(i), samples.get(i).label(), samples.get(i).figure()))
            .toList(),
        query.paired
            ? List.of(paired.of(id, query, values, samples, level))
            : Comparisons.of(values, samples, level));
  }

  private List<ScoreSample> groups(UUID id, ComparisonQuery query, double level) {
    List<ScoreSample> found =
        results.samples(id, query.question, query.splitBy, query.score, level).stream()
            .filter(each -> query.parts.isEmpty() || query.parts.contains(each.value()))
            .toList();
    for (String part : query.parts) {
      if (found.stream().noneMatch(each -> part.equals(each.value()))) {
        throw ProblemException.parameter("part", "names %s, which nobody has".formatted(part));
      }
    }
    if (found.size() > MOST) {
      throw ProblemException.parameter(
          "part",
          "is needed: there are %d groups, and %d at most are compared"
              .formatted(found.size(), MOST));
    }
    return found;
  }

  private List<ScoreSample> surveys(UUID id, ComparisonQuery query, UUID against, double level) {
    String question = query.question;
    return Stream.of(id, against)
        .flatMap(
            survey ->
                results.samples(survey, question, null, query.score, level).stream()
                    .map(
                        each ->
                            new ScoreSample(survey.toString(), null, each.figure(), each.score())))
        .toList();
  }
}
