package org.customerfocus.survey.driver;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of key drivers.
public class DriversQuery {

  @QueryParam("outcome")
  @NotNull
  @Size(min = 1, max = 64)
  @Parameter(
      description = "The linkId of the question that is to be explained, on a scale.",
      required = true,
      example = "recommend")
  @SuppressWarnings("NullAway.Init")
  public String outcome;

  @QueryParam("item")
  @Size(max = 20)
  @Parameter(
      description =
          "The linkId of a question on a scale that may explain it, repeated for several; all others"
              + " of the latest version otherwise. 20 at most.")
  public List<@Size(min = 1, max = 64) String> items = List.of();

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;
}
