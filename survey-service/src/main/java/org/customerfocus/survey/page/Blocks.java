package org.customerfocus.survey.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.customerfocus.survey.page.Block.Choice;
import org.customerfocus.survey.page.Block.Column;
import org.customerfocus.survey.page.Block.Control;
import org.customerfocus.survey.page.Block.Line;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Limits;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.wording.Texts;
import org.customerfocus.survey.wording.Words;
import org.jspecify.annotations.Nullable;

/// What one page shows, as its template needs it: a list of blocks in the order of reading.
final class Blocks {

  private static final int DEEPEST_HEADING = 6;

  private final Texts texts;
  private final Words words;
  private final Path path;
  private final Fields fields;
  private final Map<String, String> faults;
  private final Choices choices;
  private final List<Block> blocks = new ArrayList<>();

  private Blocks(Texts texts, Words words, Path path, Fields fields, Map<String, String> faults) {
    this.texts = texts;
    this.words = words;
    this.path = path;
    this.fields = fields;
    this.faults = faults;
    choices = new Choices(texts, words, path, fields);
  }

  /// @param fields what stands in the fields
  /// @param faults what is wrong, by link id
  static List<Block> of(
      List<Item> items,
      Texts texts,
      Words words,
      Path path,
      Fields fields,
      Map<String, String> faults) {
    Blocks made = new Blocks(texts, words, path, fields, faults);
    items.forEach(item -> made.add(item, 2));
    return made.blocks;
  }

  private void add(Item item, int level) {
    if (!Steps.displays(item, path)) {
      return;
    }
    switch (item.type()) {
      case GROUP -> {
        blocks.add(plain("heading", item, level));
        item.itemList().forEach(each -> add(each, Math.min(level + 1, DEEPEST_HEADING)));
      }
      case STATEMENT -> blocks.add(plain("statement", item, level));
      case MATRIX -> blocks.add(matrix(item));
      case EXPECTATION_PERCEPTION -> {
        blocks.add(plain("open", item, level));
        item.itemList().forEach(each -> add(each, level));
        blocks.add(plain("close", item, level));
      }
      case NPS, CSAT, CES, SCALE, SINGLE_CHOICE, MULTIPLE_CHOICE, CONSENT ->
          blocks.add(choices(item));
      case TEXT -> blocks.add(written("area", item, List.of(control(item, "text", "", ""))));
      case SHORT_TEXT -> blocks.add(written("input", item, List.of(control(item, "text", "", ""))));
      case EMAIL ->
          blocks.add(written("input", item, List.of(control(item, "email", "email", "email"))));
      case PHONE -> blocks.add(written("input", item, List.of(control(item, "tel", "tel", "tel"))));
      case DATE -> blocks.add(written("input", item, List.of(control(item, "date", "", ""))));
      case NUMBER ->
          blocks.add(written("input", item, List.of(control(item, "text", "", "decimal"))));
      case SLIDER -> blocks.add(slider(item));
      case RANKING, CONSTANT_SUM -> blocks.add(written("entries", item, entries(item)));
      case COMPUTED -> {}
    }
  }

  private Block plain(String kind, Item item, int level) {
    return new Block(
        kind,
        level,
        "",
        texts.text(item),
        texts.foreign(item),
        or(texts.help(item)),
        "",
        false,
        "",
        false,
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Block choices(Item item) {
    List<Choice> all = choices.options(item);
    return block("choices", item, item.type().isScale(), all, List.of(), List.of());
  }

  private Block written(String kind, Item item, List<Control> controls) {
    return block(kind, item, false, List.of(), controls, choices.nonAnswers(item));
  }

  private Block block(
      String kind,
      Item item,
      boolean tiles,
      List<Choice> choices,
      List<Control> controls,
      List<Choice> nonAnswers) {
    String help = help(item);
    return new Block(
        kind,
        0,
        Fields.name(item),
        texts.text(item),
        texts.foreign(item),
        help,
        fault(item),
        item.mustBeAnswered(),
        described(item, help),
        tiles,
        end(texts.lowLabel(item), item, true),
        end(texts.highLabel(item), item, false),
        choices,
        controls,
        List.of(),
        List.of(),
        nonAnswers);
  }

  /// What the end of a scale means, beside its number: so it is clear wherever it stands.
  private static String end(@Nullable String label, Item item, boolean low) {
    if (label == null) {
      return "";
    }
    if (item.type().isScale()) {
      int end = low ? item.answerScale().min() : item.answerScale().max();
      return end + " – " + label;
    }
    BigDecimal end = low ? item.answerLimits().min() : item.answerLimits().max();
    return end == null ? label : Fields.plain(end) + " – " + label;
  }

  private String help(Item item) {
    List<String> parts = new ArrayList<>();
    if (texts.help(item) != null) {
      parts.add(or(texts.help(item)));
    }
    switch (item.type()) {
      case RANKING -> parts.add(words.say("hint.ranking"));
      case CONSTANT_SUM ->
          parts.add(
              words.say(
                  "hint.sum", Fields.plain(Objects.requireNonNull(item.answerLimits().total()))));
      case SLIDER ->
          parts.add(
              words.say(
                  "hint.slider",
                  Fields.plain(Objects.requireNonNull(item.answerLimits().min())),
                  Fields.plain(Objects.requireNonNull(item.answerLimits().max()))));
      case MULTIPLE_CHOICE -> parts.add(words.say("hint.multiple"));
      case PHONE -> parts.add(words.say("hint.phone"));
      default -> {}
    }
    return String.join(" ", parts);
  }

  private String fault(Item item) {
    return faults.getOrDefault(item.linkId(), "");
  }

  private String described(Item item, String help) {
    String name = Fields.name(item);
    List<String> ids = new ArrayList<>();
    if (!fault(item).isEmpty()) {
      ids.add(name + ":e");
    }
    if (!help.isEmpty()) {
      ids.add(name + ":h");
    }
    if (texts.lowLabel(item) != null || texts.highLabel(item) != null) {
      ids.add(name + ":l");
    }
    return String.join(" ", ids);
  }

  private Control control(Item item, String type, String complete, String mode) {
    Limits limits = item.answerLimits();
    String name = Fields.name(item);
    return new Control(
        type,
        name,
        name,
        "",
        fields.first(name),
        limits.earliest() == null ? "" : limits.earliest().toString(),
        limits.latest() == null ? "" : limits.latest().toString(),
        "",
        limits.maxLength() == null ? "" : limits.maxLength().toString(),
        complete,
        mode);
  }

  private Block slider(Item item) {
    Limits limits = item.answerLimits();
    String min = Fields.plain(Objects.requireNonNull(limits.min()));
    String max = Fields.plain(Objects.requireNonNull(limits.max()));
    String step = Fields.plain(Objects.requireNonNull(limits.step()));
    String name = Fields.name(item);
    String value = fields.first(name);
    String place = value.isEmpty() ? Fields.plain(Reading.middle(item)) : value;
    return block(
        "slider",
        item,
        false,
        List.of(),
        List.of(
            new Control(
                "number",
                name,
                name,
                words.say("number"),
                value,
                min,
                max,
                step,
                "",
                "",
                "decimal"),
            new Control(
                "range",
                name + ":s",
                Fields.range(item),
                words.say("slider"),
                place,
                min,
                max,
                step,
                "",
                "",
                "")),
        choices.nonAnswers(item));
  }

  private List<Control> entries(Item item) {
    boolean ranking = item.type() == ItemType.RANKING;
    Set<String> shown = path.options().getOrDefault(item.linkId(), Set.of());
    List<Control> entries = new ArrayList<>();
    for (Option option : item.optionList()) {
      if (shown.contains(option.code())) {
        String name =
            ranking ? Fields.rank(item, option.code()) : Fields.amount(item, option.code());
        entries.add(
            new Control(
                "number",
                entries.isEmpty() ? Fields.name(item) : name,
                name,
                texts.label(item, option),
                fields.first(name),
                ranking ? "1" : "0",
                ranking ? Integer.toString(shown.size()) : "",
                ranking ? "1" : "any",
                "",
                "",
                ranking ? "numeric" : "decimal"));
      }
    }
    return entries;
  }

  private Block matrix(Item item) {
    String id = "m:" + item.linkId();
    List<Item> shown = item.itemList().stream().filter(path::shows).toList();
    List<Column> columns = new ArrayList<>();
    for (Choice choice : choices.options(shown.getFirst())) {
      columns.add(new Column(id + ":" + columns.size(), choices.head(shown.getFirst(), choice)));
    }
    List<Line> lines = new ArrayList<>();
    for (Item row : shown) {
      String name = Fields.name(row);
      String help = or(texts.help(row));
      lines.add(
          new Line(
              name,
              name + ":r",
              texts.text(row),
              texts.foreign(row),
              help,
              fault(row),
              row.mustBeAnswered(),
              described(row, help),
              choices.options(row)));
    }
    return new Block(
        "matrix",
        0,
        id,
        texts.text(item),
        texts.foreign(item),
        or(texts.help(item)),
        "",
        false,
        item.help() == null ? "" : id + ":h",
        false,
        "",
        "",
        List.of(),
        List.of(),
        columns,
        lines,
        List.of());
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }
}
