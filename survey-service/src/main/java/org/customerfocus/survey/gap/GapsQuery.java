package org.customerfocus.survey.gap;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// The parameters of gaps.
public class GapsQuery {

  @QueryParam("allocation")
  @Size(min = 1, max = 64)
  @Parameter(
      description =
          "The linkId of the constant sum by which respondents weight the dimensions: its options"
              + " have the linkIds of the dimensions as codes. The first such question without it.",
      example = "importance")
  public @Nullable String allocation;

  @QueryParam("level")
  @Size(min = 1, max = 10)
  @Parameter(
      description = "The confidence level of the intervals; 0.95 unless said otherwise.",
      schema = @Schema(type = SchemaType.NUMBER, minimum = "0.5", maximum = "0.999"))
  public @Nullable String level;
}
