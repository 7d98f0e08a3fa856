package org.customerfocus.survey.index;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of an index.
public class IndexQuery {

  /// A linkId and a weight.
  public static final String COMPONENT =
      "[A-Za-z0-9][A-Za-z0-9._-]{0,63}:(1(\\.0{1,9})?|0?\\.\\d{1,9})";

  private static final double TOLERANCE = 1e-6;

  @QueryParam("component")
  @NotNull
  @Size(min = 1, max = 20)
  @Parameter(
      description =
          "The linkId of a question on a scale and its weight, such as overall:0.4, repeated for"
              + " several, 20 at most. The weights sum to 1.",
      required = true)
  public List<@Pattern(regexp = COMPONENT) String> components = List.of();

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the interval; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;

  /// The weights by question, in the order asked for.
  ///
  /// @throws ProblemException 400 where a question is named twice, or the weights do not sum to 1
  Map<String, Double> weights() {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (String component : components) {
      int colon = component.lastIndexOf(':');
      Double weight = Double.valueOf(component.substring(colon + 1));
      if (weights.put(component.substring(0, colon), weight) != null) {
        throw ProblemException.parameter("component", "names a question twice");
      }
    }
    double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    if (Math.abs(sum - 1) > TOLERANCE) {
      throw ProblemException.parameter(
          "component", "needs weights that sum to 1; these sum to %s".formatted((float) sum));
    }
    return weights;
  }
}
