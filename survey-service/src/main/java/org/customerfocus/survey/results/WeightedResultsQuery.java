package org.customerfocus.survey.results;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.statistics.Raking;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of weighted results.
public class WeightedResultsQuery {

  private static final double SAME = 1e-6;

  @QueryParam("target")
  @NotNull
  @Size(min = 1, max = 200)
  @Parameter(
      description =
          "An attribute of the respondents, a value of it, and how many of the population have it,"
              + " such as region:north:1200; one for each value that counts. The targets of one"
              + " attribute are met by post-stratification, those of several, which have one sum,"
              + " by raking.",
      required = true)
  public List<@Size(min = 5, max = 600) String> targets = List.of();

  @QueryParam("tolerance")
  @Size(min = 1, max = 20)
  @Parameter(
      description =
          "How far a margin may be off once raking ends, relative to it; 0.000001 unless said"
              + " otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.000000001", maximum = "0.01"))
  public @Nullable String tolerance;

  @QueryParam("trimLeast")
  @Size(min = 1, max = 20)
  @Parameter(
      description = "The least weight, as a multiple of the mean weight; smaller ones become it.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
  public @Nullable String trimLeast;

  @QueryParam("trimMost")
  @Size(min = 1, max = 20)
  @Parameter(
      description = "The largest weight, as a multiple of the mean weight; larger ones become it.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "1", maximum = "1000"))
  public @Nullable String trimMost;

  @QueryParam("finitePopulation")
  @DefaultValue("false")
  @Parameter(
      description =
          "Whether the targets are all people there are, so that intervals become shorter the more"
              + " of them have answered.")
  public Boolean finitePopulation = false;

  @QueryParam("question")
  @Size(max = 200)
  @Parameter(
      description =
          "The linkId of a question to tell about, repeated for several; all that have scores"
              + " otherwise.")
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

  /// How many of the population have each value, by attribute.
  ///
  /// @throws ProblemException 400 where a target is none, or the attributes have other sums
  Map<String, Map<String, Double>> margins() {
    Map<String, Map<String, Double>> margins = new LinkedHashMap<>();
    for (String target : targets) {
      int first = target.indexOf(':');
      int last = target.lastIndexOf(':');
      Double population = first < last ? number(target.substring(last + 1), 0, 1e12) : null;
      if (population == null) {
        throw ProblemException.parameter(
            "target", "must be an attribute, a value and a number, such as region:north:1200");
      }
      Map<String, Double> margin =
          margins.computeIfAbsent(target.substring(0, first), key -> new LinkedHashMap<>());
      if (margin.put(target.substring(first + 1, last), population) != null) {
        throw ProblemException.parameter("target", "names a value twice");
      }
    }
    double sum = sum(margins.values().iterator().next());
    for (Map<String, Double> margin : margins.values()) {
      if (!(sum > 0) || Math.abs(sum(margin) - sum) > SAME * sum) {
        throw ProblemException.parameter(
            "target", "needs one sum above 0 for each of the attributes: it is one population");
      }
    }
    return margins;
  }

  private static double sum(Map<String, Double> margin) {
    return margin.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /// @throws ProblemException 400 where a limit is no number in its bounds
  public void check() {
    toleranceOrUsual();
    trimming();
  }

  double toleranceOrUsual() {
    return tolerance == null ? 1e-6 : demanded("tolerance", tolerance, 1e-9, 0.01);
  }

  Raking.@Nullable Trimming trimming() {
    if (trimLeast == null && trimMost == null) {
      return null;
    }
    return new Raking.Trimming(
        trimLeast == null ? 0 : demanded("trimLeast", trimLeast, 0, 1),
        trimMost == null ? Double.MAX_VALUE : demanded("trimMost", trimMost, 1, 1_000));
  }

  private static double demanded(String name, String text, double least, double most) {
    Double number = number(text, least, most);
    if (number == null) {
      throw ProblemException.parameter(
          name, "must be a number from %s to %s".formatted((float) least, (float) most));
    }
    return number;
  }

  private static @Nullable Double number(String text, double least, double most) {
    try {
      double number = Double.parseDouble(text);
      return number >= least && number <= most ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
