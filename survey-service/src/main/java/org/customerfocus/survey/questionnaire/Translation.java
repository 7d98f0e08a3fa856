package org.customerfocus.survey.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A survey's texts in another language. What is absent is shown in the survey's own language.
///
/// @param items the texts of items, by link id
@Schema(description = "Texts in another language; what is absent is shown in the survey's own.")
public record Translation(
    @Nullable @Size(min = 1, max = 200) String title,
    @Nullable @Size(min = 1, max = 5000) String introduction,
    @Nullable @Size(min = 1, max = 5000) String completion,
    @Nullable @Size(max = 1000)
        Map<@Size(min = 1, max = 64) String, @NotNull @Valid ItemTexts> items) {

  /// The texts of one item.
  ///
  /// @param options the labels of its options and non-answers, by code
  @Schema(description = "The texts of one item.")
  public record ItemTexts(
      @Nullable @Size(min = 1, max = 2000) String text,
      @Nullable @Size(min = 1, max = 2000) String help,
      @Nullable @Size(min = 1, max = 200) String lowLabel,
      @Nullable @Size(min = 1, max = 200) String highLabel,
      @Nullable @Size(max = 520)
          Map<@Size(min = 1, max = 64) String, @NotNull @Size(min = 1, max = 500) String>
              options) {}

  /// The texts of items, by link id.
  public Map<String, ItemTexts> itemMap() {
    return items == null ? Map.of() : items;
  }

  /// What it translates that the questionnaire does not have.
  List<Violation> violations(Questionnaire questionnaire) {
    List<Violation> violations = new ArrayList<>();
    itemMap()
        .forEach(
            (linkId, texts) -> {
              String pointer = "/items/" + Questionnaire.escape(linkId);
              Item item = questionnaire.item(linkId);
              if (item == null) {
                violations.add(new Violation(pointer, "There is no item with this link id."));
              } else if (texts.options() != null) {
                texts.options().keySet().stream()
                    .filter(code -> !item.hasOption(code) && !item.hasNonAnswer(code))
                    .forEach(
                        code ->
                            violations.add(
                                new Violation(
                                    pointer + "/options/" + Questionnaire.escape(code),
                                    "The item has no option or non-answer with this code.")));
              }
            });
    return violations;
  }
}
