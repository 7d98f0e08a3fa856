package org.customerfocus.survey.comparison;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.results.ScoreName;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of comparisons.
public class ComparisonQuery {

  @QueryParam("question")
  @NotNull
  @Size(min = 1, max = 64)
  @Parameter(description = "The linkId of the question.", required = true, example = "recommend")
  @SuppressWarnings("NullAway.Init")
  public String question;

  @QueryParam("score")
  @Parameter(description = "Which score of the question; the first that its type has otherwise.")
  public @Nullable ScoreName score;

  @QueryParam("splitBy")
  @Size(min = 1, max = 64)
  @Parameter(
      description =
          "What makes the groups that are compared: the linkId of a question, the key of an"
              + " attribute, response.version, response.campaign, response.channel,"
              + " response.touchpoint or response.offering. This or against.",
      example = "region")
  public @Nullable String splitBy;

  @QueryParam("part")
  @Size(max = 20)
  @Parameter(
      description = "A value to compare, repeated for several; all of them otherwise, 20 at most.")
  public List<@Size(min = 1, max = 500) String> parts = List.of();

  @QueryParam("against")
  @Parameter(description = "Another survey that asks the same question, such as an earlier wave.")
  public @Nullable UUID against;

  @QueryParam("paired")
  @DefaultValue("false")
  @Parameter(
      description =
          "Whether each person is compared with themselves, by the latest answer in each of two"
              + " waves: against, or two values of splitBy=response.campaign or response.version."
              + " Only who is known by a party or a customer is linked.")
  public Boolean paired = false;

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  /// @throws ProblemException 400 when there is nothing to compare, or too much
  void demandGroups() {
    if ((splitBy == null) == (against == null)) {
      throw ProblemException.parameter("splitBy", "or against is needed, and not both of them");
    }
    if (against != null && !parts.isEmpty()) {
      throw ProblemException.parameter("part", "names a value of splitBy; leave it out");
    }
    if (paired && splitBy != null && (parts.size() != 2 || Wave.column(splitBy) == null)) {
      throw ProblemException.parameter(
          "paired",
          "needs against, or two parts of splitBy=%s".formatted(String.join(" or ", Wave.KINDS)));
    }
  }
}
