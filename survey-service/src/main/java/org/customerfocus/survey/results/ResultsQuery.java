package org.customerfocus.survey.results;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.statistics.Interval;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of results.
public class ResultsQuery {

  private static final double LEAST = 0.5;
  private static final double MOST = 0.999;

  @QueryParam("splitBy")
  @Size(min = 1, max = 64)
  @Parameter(
      description =
          "The linkId of a question or the key of an attribute, or response.version,"
              + " response.campaign, response.channel, response.touchpoint or response.offering: the"
              + " results are told for each of its values as well. Attributes named role and segment hold what an invitation has"
              + " frozen: each of several roles or segments is a part.",
      example = "region")
  public @Nullable String splitBy;

  @QueryParam("part")
  @Size(max = 20)
  @Parameter(
      description =
          "A value of splitBy to tell about, repeated for several; all of them otherwise. What is"
              + " withheld is the same.")
  public List<@Size(min = 1, max = 500) String> parts = List.of();

  @QueryParam("question")
  @Size(max = 200)
  @Parameter(
      description = "The linkId of a question to tell about, repeated for several; all otherwise.")
  public List<@Size(min = 1, max = 64) String> questions = List.of();

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  @QueryParam("npsInterval")
  @DefaultValue("adjusted-wald")
  @Parameter(description = "Which interval a Net Promoter Score is given.")
  public NpsInterval npsInterval = NpsInterval.ADJUSTED_WALD;

  /// @throws ProblemException 400 when the level is none
  public double confidence() {
    return confidence(level);
  }

  /// The level that a parameter `level` asks for.
  ///
  /// @throws ProblemException 400 when it is none
  public static double confidence(@Nullable String level) {
    if (level == null) {
      return Interval.DEFAULT_LEVEL;
    }
    try {
      double asked = Double.parseDouble(level);
      if (asked >= LEAST && asked <= MOST) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // Answered below, as for a level out of bounds.
    }
    throw ProblemException.parameter("level", "must be a number from 0.5 to 0.999");
  }
}
