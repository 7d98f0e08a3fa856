package org.customerfocus.survey.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One question. Which of the optional members it takes depends on its type.
///
/// @param linkId the stable id: later versions ask the same question under the same id
/// @param scale required for `csat` and `scale`; `nps` is 0–10 and `ces` 1–7 without saying so
/// @param topBoxes required for `csat`: the values that count as satisfied
/// @param options required for choices
/// @param nonAnswers own codes for "don't know", "never used" …, beside the built-in `no-answer`
///   and `not-shown`
public record Question(
    @NotNull @Pattern(regexp = Option.CODE) @Size(max = 64) String linkId,
    @NotNull QuestionType type,
    @NotNull @Size(min = 1, max = 2000) String text,
    @Nullable Boolean required,
    @Nullable @Valid Scale scale,
    @Nullable @Size(min = 1, max = 50) List<@NotNull Integer> topBoxes,
    @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Option> options,
    @Nullable @Size(max = 20) List<@NotNull @Valid Option> nonAnswers) {

  /// Shown and left blank. It counts in the base, and a missing answer means the same.
  public static final String NO_ANSWER = "no-answer";

  /// Never shown to this respondent, e.g. skipped by the survey's logic. It leaves the base.
  public static final String NOT_SHOWN = "not-shown";

  private static final int LONGEST_SCALE = 101;

  /// Whether a response without an answer to it is refused.
  public boolean mustBeAnswered() {
    return Boolean.TRUE.equals(required);
  }

  /// The scale of its answers; only scale types have one.
  public Scale answerScale() {
    return switch (type) {
      case NPS -> Scale.NPS;
      case CES -> Scale.CES;
      case CSAT, SCALE, SINGLE_CHOICE, MULTIPLE_CHOICE, NUMBER, TEXT, DATE ->
          Objects.requireNonNull(scale);
    };
  }

  /// Its options, none where it has none.
  public List<Option> optionList() {
    return options == null ? List.of() : options;
  }

  /// Its top boxes, none where it has none.
  public List<Integer> topBoxList() {
    return topBoxes == null ? List.of() : topBoxes;
  }

  /// Whether the code is one of its non-answers, built-in ones included.
  public boolean hasNonAnswer(String code) {
    return code.equals(NO_ANSWER)
        || code.equals(NOT_SHOWN)
        || (nonAnswers != null && nonAnswers.stream().anyMatch(own -> own.code().equals(code)));
  }

  /// Whether the code is one of its options.
  public boolean hasOption(String code) {
    return optionList().stream().anyMatch(option -> option.code().equals(code));
  }

  /// What is wrong with the definition itself.
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    boolean ownScale = type == QuestionType.CSAT || type == QuestionType.SCALE;
    demand(violations, ownScale, scale, "scale");
    demand(violations, type == QuestionType.CSAT, topBoxes, "topBoxes");
    demand(violations, type.isChoice(), options, "options");
    if (ownScale && scale != null) {
      if (scale.min() >= scale.max() || scale.max() - scale.min() >= LONGEST_SCALE) {
        violations.add(
            new Violation(
                "/scale",
                "A scale runs from a lower min to a higher max, in at most "
                    + LONGEST_SCALE
                    + " steps."));
      } else if (topBoxes != null && !topBoxes.stream().allMatch(scale::contains)) {
        violations.add(
            new Violation("/topBoxes", "Top boxes are values of the scale " + scale + "."));
      }
    }
    Questionnaire.demandDistinct(violations, optionList(), Option::code, "/options", "/code");
    List<Option> own = nonAnswers == null ? List.of() : nonAnswers;
    Questionnaire.demandDistinct(violations, own, Option::code, "/nonAnswers", "/code");
    for (int i = 0; i < own.size(); i++) {
      String code = own.get(i).code();
      if (code.equals(NO_ANSWER) || code.equals(NOT_SHOWN)) {
        violations.add(
            new Violation(
                "/nonAnswers/" + i + "/code",
                "\"" + code + "\" is built in: leave it out, it can be used as it is."));
      }
    }
    return violations;
  }

  private void demand(
      List<Violation> violations, boolean wanted, @Nullable Object member, String name) {
    if (wanted && member == null) {
      violations.add(
          new Violation("/" + name, "A question of type " + type.wire() + " needs " + name + "."));
    } else if (!wanted && member != null) {
      violations.add(
          new Violation(
              "/" + name,
              "A question of type " + type.wire() + " has no " + name + ": leave it out."));
    }
  }
}
