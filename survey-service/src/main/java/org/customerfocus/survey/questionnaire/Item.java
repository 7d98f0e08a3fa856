package org.customerfocus.survey.questionnaire;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// One thing that a survey shows: a question, or what holds or accompanies questions. Which of the
/// optional members it takes depends on its type.
///
/// @param linkId the stable id: later versions ask the same question under the same id
/// @param help a second text that explains the first
/// @param required whether a response without an answer is refused, where the item was shown
/// @param scale required for `csat` and `scale`; `nps` is 0–10 and `ces` 1–7 without saying so
/// @param lowLabel what the lowest step or number means
/// @param highLabel what the highest step or number means
/// @param topBoxes required for `csat`: the values that count as satisfied
/// @param options required for choices, rankings and constant sums
/// @param nonAnswers own codes for "don't know", "never used" …, beside the built-in `no-answer`
///   and `not-shown`
/// @param showIf an expression in CEL over earlier answers; the item and all within it are shown
///   only where it is true
/// @param skips what to go on with behind the item; the first whose condition holds counts
/// @param expression for `computed`: an expression in CEL that gives a number
/// @param items for `group`, `matrix` and `expectation-perception`: what it holds
@Schema(description = "One thing that a survey shows: a question, or what holds questions.")
public record Item(
    @Schema(description = "The stable id: later versions ask the same question under the same id.")
        @NotNull
        @Pattern(regexp = Option.CODE)
        @Size(max = 64)
        String linkId,
    @NotNull ItemType type,
    @NotNull @Size(min = 1, max = 2000) String text,
    @Schema(description = "A second text that explains the first.")
        @Nullable
        @Size(min = 1, max = 2000)
        String help,
    @Schema(
            description =
                "Whether a response without an answer or a nonAnswer is refused, where the item was shown.")
        @Nullable Boolean required,
    @Nullable @Valid Scale scale,
    @Schema(description = "What the lowest step or number means.")
        @Nullable
        @Size(min = 1, max = 200)
        String lowLabel,
    @Schema(description = "What the highest step or number means.")
        @Nullable
        @Size(min = 1, max = 200)
        String highLabel,
    @Schema(description = "For csat: the values that count as satisfied.")
        @Nullable
        @Size(min = 1, max = 50)
        List<@NotNull Integer> topBoxes,
    @Schema(description = "For choices, rankings and constant sums.")
        @Nullable
        @Size(min = 1, max = 500)
        List<@NotNull @Valid Option> options,
    @Schema(
            description =
                "Own codes for not knowing or never having used, beside the built-in no-answer and not-shown. They never enter a denominator.")
        @Nullable
        @Size(max = 20)
        List<@NotNull @Valid Option> nonAnswers,
    @Nullable @Valid Limits limits,
    @Schema(
            description =
                "A condition in CEL over earlier answers: the item and all within it are shown only where it is true.",
            examples = "answers.recommend <= 6")
        @Nullable
        @Size(min = 1, max = 2000)
        String showIf,
    @Schema(
            description =
                "What to go on with behind the item; the first whose condition holds counts.")
        @Nullable
        @Size(min = 1, max = 20)
        List<@NotNull @Valid Skip> skips,
    @Nullable @Valid CarryForward carryForward,
    @Schema(
            description = "For computed: an expression in CEL that gives a number.",
            examples = "answers.perceived - answers.expected")
        @Nullable
        @Size(min = 1, max = 2000)
        String expression,
    @Schema(description = "What a group, a matrix or a pair of expectation and perception holds.")
        @Nullable
        @Size(min = 1, max = 500)
        List<@NotNull @Valid Item> items) {

  /// Shown and left blank. It counts in the base, and a missing answer means the same.
  public static final String NO_ANSWER = "no-answer";

  /// Never shown to this respondent, e.g. skipped by the survey's logic. It leaves the base.
  public static final String NOT_SHOWN = "not-shown";

  private static final int LONGEST_SCALE = 101;

  /// An item with nothing but what each has.
  public static Item of(String linkId, ItemType type, String text) {
    return new Item(
        linkId, type, text, null, null, null, null, null, null, null, null, null, null, null, null,
        null, null);
  }

  /// Whether a response without an answer to it is refused.
  public boolean mustBeAnswered() {
    return Boolean.TRUE.equals(required);
  }

  /// The scale of its answers; only scale types have one.
  public Scale answerScale() {
    if (type == ItemType.NPS) {
      return Scale.NPS;
    }
    return type == ItemType.CES ? Scale.CES : Objects.requireNonNull(scale);
  }

  /// What it holds, nothing where it holds nothing.
  public List<Item> itemList() {
    return items == null ? List.of() : items;
  }

  /// Where to go on behind it, in the order in which they count.
  public List<Skip> skipList() {
    return skips == null ? List.of() : skips;
  }

  /// What its answers have to keep to.
  public Limits answerLimits() {
    return limits == null ? Limits.NONE : limits;
  }

  /// Its own non-answers, none where it has none.
  public List<Option> nonAnswerList() {
    return nonAnswers == null ? List.of() : nonAnswers;
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
    return option(code) != null;
  }

  /// The option with this code, if there is one.
  public @Nullable Option option(String code) {
    for (Option option : optionList()) {
      if (option.code().equals(code)) {
        return option;
      }
    }
    return null;
  }

  /// What is wrong with the item itself; what it holds is looked at by itself.
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    if (linkId.equals(Skip.END)) {
      violations.add(
          new Violation("/linkId", "In skips this is the end of the survey: choose another id."));
    }
    boolean ownScale = type == ItemType.CSAT || type == ItemType.SCALE;
    demand(violations, ownScale, scale, "scale");
    demand(violations, type == ItemType.CSAT, topBoxes, "topBoxes");
    demand(violations, type.hasOptions(), options, "options");
    demand(violations, type.isContainer(), items, "items");
    demand(violations, type == ItemType.COMPUTED, expression, "expression");
    boolean asked = type.isQuestion() && type != ItemType.COMPUTED;
    boolean ends = type.isScale() || type == ItemType.SLIDER;
    refuse(violations, asked, required, "required");
    refuse(violations, asked, nonAnswers, "nonAnswers");
    refuse(violations, ends, lowLabel, "lowLabel");
    refuse(violations, ends, highLabel, "highLabel");
    refuse(violations, type.hasOptions(), carryForward, "carryForward");
    scaleViolations(ownScale, violations);
    violations.addAll(answerLimits().violations(type));
    Questionnaire.demandDistinct(violations, optionList(), Option::code, "/options", "/code");
    optionViolations(violations);
    List<Option> own = nonAnswerList();
    Questionnaire.demandDistinct(violations, own, Option::code, "/nonAnswers", "/code");
    for (int i = 0; i < own.size(); i++) {
      String code = own.get(i).code();
      if (code.equals(NO_ANSWER) || code.equals(NOT_SHOWN)) {
        violations.add(
            new Violation(
                "/nonAnswers/" + i + "/code",
                "\"" + code + "\" is built in: leave it out, it can be used as it is."));
      }
      if (own.get(i).takesText() || own.get(i).standsAlone()) {
        violations.add(
            new Violation(
                "/nonAnswers/" + i,
                "A non-answer is alone and without words anyhow: leave out freeText and"
                    + " exclusive."));
      }
    }
    if (type == ItemType.MATRIX) {
      matrixViolations(violations);
    } else if (type == ItemType.EXPECTATION_PERCEPTION) {
      pairViolations(violations);
    }
    return violations;
  }

  private void optionViolations(List<Violation> violations) {
    for (int i = 0; i < optionList().size(); i++) {
      String code = optionList().get(i).code();
      if (code.equals(NO_ANSWER) || code.equals(NOT_SHOWN)) {
        violations.add(
            new Violation(
                "/options/" + i + "/code",
                "\"" + code + "\" is a built-in non-answer: give the option another code."));
      }
    }
    Integer least = answerLimits().minChoices();
    long together = optionList().stream().filter(option -> !option.standsAlone()).count();
    if (type.hasOptions() && least != null && least > Math.max(together, 1)) {
      violations.add(
          new Violation(
              "/limits/minChoices",
              "Only %d of the options can be chosen together.".formatted(Math.max(together, 1))));
    }
  }

  private void scaleViolations(boolean ownScale, List<Violation> violations) {
    if (!ownScale || scale == null) {
      return;
    }
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

  /// A table has one head: the same steps, or the same options, for every row.
  private void matrixViolations(List<Violation> violations) {
    for (int i = 0; i < itemList().size(); i++) {
      Item row = itemList().get(i);
      Item first = itemList().getFirst();
      boolean fits =
          row.type.isScale()
              || row.type == ItemType.SINGLE_CHOICE
              || row.type == ItemType.MULTIPLE_CHOICE;
      if (!fits
          || row.type != first.type
          || !Objects.equals(row.scale, first.scale)
          || !row.optionList().equals(first.optionList())
          || !row.nonAnswerList().equals(first.nonAnswerList())
          || !Objects.equals(row.carryForward, first.carryForward)) {
        violations.add(
            new Violation(
                "/items/" + i,
                "The rows of a matrix are of one type (a scale, single-choice or multiple-choice)"
                    + " with the same steps, options, carry-forward and non-answers."));
      }
    }
  }

  private void pairViolations(List<Violation> violations) {
    List<Item> pair = itemList();
    if (pair.size() != 2
        || pair.stream().anyMatch(each -> each.type != ItemType.SCALE)
        || !Objects.equals(pair.getFirst().scale, pair.getLast().scale)) {
      violations.add(
          new Violation(
              "/items",
              "It holds two items of type scale with the same steps: first what is expected, then"
                  + " what is perceived."));
    }
  }

  private void demand(
      List<Violation> violations, boolean wanted, @Nullable Object member, String name) {
    if (wanted && member == null) {
      violations.add(
          new Violation("/" + name, "An item of type " + type.wire() + " needs " + name + "."));
    }
    refuse(violations, wanted, member, name);
  }

  private void refuse(
      List<Violation> violations, boolean fits, @Nullable Object member, String name) {
    if (!fits && member != null) {
      violations.add(
          new Violation(
              "/" + name,
              "An item of type " + type.wire() + " has no " + name + ": leave it out."));
    }
  }
}
