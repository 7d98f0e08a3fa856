package org.customerfocus.survey.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something known about the respondent, by which results can be split. It is frozen with the
/// response.
///
/// @param options required for `choice`
public record Attribute(
    @NotNull @Pattern(regexp = Option.CODE) @Size(max = 64) String key,
    @NotNull AttributeType type,
    @NotNull @Size(min = 1, max = 500) String label,
    @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Option> options) {

  /// Its options, none where it has none.
  public List<Option> optionList() {
    return options == null ? List.of() : options;
  }

  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    if (type == AttributeType.CHOICE && options == null) {
      violations.add(new Violation("/options", "An attribute of type choice needs options."));
    } else if (type != AttributeType.CHOICE && options != null) {
      violations.add(
          new Violation(
              "/options",
              "An attribute of type " + type.wire() + " has no options: leave them out."));
    }
    Questionnaire.demandDistinct(violations, optionList(), Option::code, "/options", "/code");
    return violations;
  }
}
