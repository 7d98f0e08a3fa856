package org.customerfocus.survey.fhir;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.customerfocus.survey.questionnaire.Attribute;
import org.customerfocus.survey.questionnaire.AttributeType;
import org.customerfocus.survey.questionnaire.CarryForward;
import org.customerfocus.survey.questionnaire.Definition;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Limits;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.questionnaire.Skip;
import org.customerfocus.survey.questionnaire.Theme;
import org.customerfocus.survey.questionnaire.Translation;
import org.customerfocus.survey.questionnaire.Translation.ItemTexts;
import org.jspecify.annotations.Nullable;

/// Surveys of all types of items, with whatever their members allow.
public final class RandomSurvey {

  private static final List<String> WORDS =
      List.of(
          "Why?", "Wie geht's", " two words ", "\"quoted\" && \\ or || not", "שלום", "1 < 2", "x");

  private static final List<ItemType> TYPES = List.of(ItemType.values());

  private final Random random;
  private final List<Item> asked = new ArrayList<>();
  private final List<Item> all = new ArrayList<>();
  private int count;

  public RandomSurvey(long seed) {
    random = new Random(seed);
  }

  public FhirSurvey survey() {
    List<Item> items = new ArrayList<>();
    for (ItemType type : ItemType.values()) {
      items.add(item(type, 1));
    }
    java.util.Collections.shuffle(items, random);
    String title = maybe(this::text);
    return new FhirSurvey(
        text(),
        maybe(this::text),
        maybe(() -> random.nextInt(50)),
        new Definition(
            items,
            attributes(),
            title,
            maybe(() -> "nl"),
            maybe(this::text),
            maybe(this::text),
            maybe(this::translations),
            maybe(() -> Theme.DEFAULT),
            maybe(() -> true)));
  }

  private Item item(ItemType type, int depth) {
    String linkId = "q" + count++ + (random.nextBoolean() ? "" : ".b-" + count);
    String showIf = maybe(this::condition);
    CarryForward carry = type.hasOptions() ? maybe(this::carryForward) : null;
    boolean asks = type.isQuestion() && type != ItemType.COMPUTED;
    boolean ends = type.isScale() || type == ItemType.SLIDER;
    Scale scale =
        type == ItemType.CSAT || type == ItemType.SCALE
            ? new Scale(1, 3 + random.nextInt(5))
            : null;
    Item item =
        new Item(
            linkId,
            type,
            text(),
            maybe(this::text),
            asks ? maybe(random::nextBoolean) : null,
            scale,
            ends ? maybe(this::text) : null,
            ends ? maybe(this::text) : null,
            type == ItemType.CSAT ? List.of(3, 2) : null,
            type.hasOptions() ? options("o") : null,
            asks ? maybe(() -> options("n")) : null,
            limits(type),
            showIf,
            maybe(() -> List.of(new Skip(condition(), "end"), new Skip("true", linkId + "x"))),
            carry,
            type == ItemType.COMPUTED ? "1 + 1" : null,
            items(type, depth));
    if (type.isQuestion()) {
      asked.add(item);
    }
    all.add(item);
    return item;
  }

  private @Nullable List<Item> items(ItemType type, int depth) {
    return switch (type) {
      case GROUP -> {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
          ItemType inner = TYPES.get(random.nextInt(TYPES.size()));
          items.add(item(depth > 2 && inner.isContainer() ? ItemType.TEXT : inner, depth + 1));
        }
        yield items;
      }
      case MATRIX -> List.of(row("Clean"), row("Quick"));
      case EXPECTATION_PERCEPTION -> List.of(row("Expected"), row("Perceived"));
      default -> null;
    };
  }

  private Item row(String text) {
    Item row =
        new Item(
            "q" + count++,
            ItemType.SCALE,
            text,
            null,
            null,
            new Scale(-2, 2),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    asked.add(row);
    all.add(row);
    return row;
  }

  private @Nullable Limits limits(ItemType type) {
    BigDecimal low = number();
    BigDecimal high = low.add(new BigDecimal("40.5"));
    LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
    return switch (type) {
      case SLIDER ->
          limits(low, high.setScale(random.nextInt(3), java.math.RoundingMode.UP), number().abs());
      case NUMBER ->
          random.nextBoolean()
              ? null
              : new Limits(
                  low,
                  maybe(() -> high),
                  null,
                  random.nextInt(3),
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null);
      case TEXT, SHORT_TEXT ->
          random.nextBoolean()
              ? null
              : new Limits(
                  null, null, null, null, 2, maybe(() -> 90), null, null, null, null, null);
      case MULTIPLE_CHOICE, RANKING ->
          random.nextBoolean()
              ? null
              : new Limits(null, null, null, null, null, null, 1, maybe(() -> 2), null, null, null);
      case CONSTANT_SUM ->
          new Limits(null, null, null, null, null, null, null, null, number().abs(), null, null);
      case DATE ->
          random.nextBoolean()
              ? null
              : new Limits(
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  null,
                  maybe(() -> day),
                  day.plusYears(1));
      default -> null;
    };
  }

  private static Limits limits(BigDecimal min, BigDecimal max, BigDecimal step) {
    return new Limits(min, max, step, null, null, null, null, null, null, null, null);
  }

  private BigDecimal number() {
    return new BigDecimal(
        List.of("1", "-3", "0.50", "12.000000001", "100", "1E+2", "7.0", "123456789012345")
            .get(random.nextInt(8)));
  }

  private List<Option> options(String code) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i <= 1 + random.nextInt(4); i++) {
      options.add(new Option(code + i, text(), maybe(random::nextBoolean), maybe(() -> true)));
    }
    return options;
  }

  private @Nullable CarryForward carryForward() {
    return new CarryForward(
        "q0", random.nextBoolean() ? CarryForward.Which.CHOSEN : CarryForward.Which.NOT_CHOSEN);
  }

  private String condition() {
    List<String> terms = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      terms.add(term());
    }
    return String.join(random.nextBoolean() ? " && " : " || ", terms);
  }

  private String term() {
    if (asked.isEmpty() || random.nextInt(5) == 0) {
      return List.of("true", "answers.nobody == 1", "(1 + 1) > 0", "respondent.city != null")
          .get(random.nextInt(4));
    }
    Item item = asked.get(random.nextInt(asked.size()));
    String variable = "answers." + item.linkId().replaceAll("[^A-Za-z0-9_]", "_");
    String operator = List.of("==", "!=", ">", ">=", "<", "<=").get(random.nextInt(6));
    boolean exists = random.nextInt(4) == 0;
    return switch (item.type().member()) {
      case VALUE -> exists ? variable + " != null" : variable + " " + operator + " 3";
      case NUMBER ->
          variable + " " + operator + " " + List.of("3.0", "3", "3.50", "x").get(random.nextInt(4));
      case OPTION_CODES ->
          exists
              ? variable + ".size() == 0"
              : random.nextBoolean() ? "\"o1\" in " + variable : "!(\"o1\" in " + variable + ")";
      case ALLOCATION -> variable + ".size() > 0";
      case TEXT ->
          variable + (random.nextBoolean() ? " == " : " != ") + "\"" + (exists ? "a" : "") + "\"";
      case DATE -> variable + " " + operator + " timestamp(\"2026-02-03T00:00:00Z\")";
      case ACCEPTED -> variable + " == " + random.nextBoolean();
      case NON_ANSWER -> throw new IllegalStateException();
    };
  }

  private List<Attribute> attributes() {
    return List.of(
        new Attribute("region", AttributeType.CHOICE, text(), options("r")),
        new Attribute("city", AttributeType.TEXT, text(), null));
  }

  private Map<String, Translation> translations() {
    Map<String, Translation> translations = new LinkedHashMap<>();
    for (String language : List.of("de", "ar", "pt-BR")) {
      Map<String, ItemTexts> items = new LinkedHashMap<>();
      for (Item item : all) {
        Map<String, String> options = new LinkedHashMap<>();
        List<Option> coded = new ArrayList<>(item.optionList());
        coded.addAll(item.nonAnswerList());
        coded.add(Option.of(Item.NO_ANSWER, "-"));
        for (Option each : coded) {
          if (random.nextBoolean()) {
            options.put(each.code(), text());
          }
        }
        if (random.nextBoolean()) {
          items.put(
              item.linkId(),
              new ItemTexts(
                  text(),
                  maybe(this::text),
                  maybe(this::text),
                  maybe(this::text),
                  options.isEmpty() ? null : options));
        }
      }
      translations.put(
          language,
          new Translation(
              maybe(this::text),
              maybe(this::text),
              maybe(this::text),
              items.isEmpty() ? null : items));
    }
    return translations;
  }

  private String text() {
    return WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(100);
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }
}
