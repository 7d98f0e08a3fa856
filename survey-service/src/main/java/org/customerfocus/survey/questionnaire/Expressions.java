package org.customerfocus.survey.questionnaire;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The expressions of a questionnaire, in the Common Expression Language (cel.dev). An answer is
/// the variable `answers.<link id>`, what is known of the respondent `respondent.<key>`; what is no
/// letter, digit or underscore in an id is written as an underscore. A variable without an answer
/// is null, or empty where it is a list or a map.
final class Expressions {

  private static final String ANSWERS = "answers.";
  private static final String RESPONDENT = "respondent.";

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(2_000)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(10_000)
          .build();

  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_]");

  private final Cel cel;
  private final Map<String, String> answerNames = new HashMap<>();
  private final Map<String, String> attributeNames = new HashMap<>();
  private final Map<String, Object> nothing = new HashMap<>();

  Expressions(Questionnaire questionnaire) {
    CelBuilder builder =
        CelFactory.standardCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(CelExtensions.strings(), CelExtensions.math(OPTIONS))
            .addRuntimeLibraries(CelExtensions.strings(), CelExtensions.math(OPTIONS));
    for (Item question : questionnaire.questions()) {
      answerNames.put(question.linkId(), answer(question.linkId()));
      declare(builder, variable(question), typeOf(question.type().member()));
    }
    for (Attribute attribute : questionnaire.attributes()) {
      attributeNames.put(attribute.key(), RESPONDENT + identifier(attribute.key()));
      declare(
          builder,
          variable(attribute),
          switch (attribute.type()) {
            case CHOICE, TEXT -> NullableType.create(SimpleType.STRING);
            case NUMBER -> NullableType.create(SimpleType.DOUBLE);
            case BOOLEAN -> NullableType.create(SimpleType.BOOL);
            case DATE -> NullableType.create(SimpleType.TIMESTAMP);
          });
    }
    cel = builder.build();
  }

  private void declare(CelBuilder builder, String name, CelType type) {
    Object absent =
        switch (type) {
          case ListType list -> List.of();
          case MapType map -> Map.of();
          default -> NullValue.NULL_VALUE;
        };
    // Two ids may come to one name; the checks refuse them before anything depends on it.
    if (nothing.put(name, absent) == null) {
      builder.addVar(name, type);
    }
  }

  private static CelType typeOf(AnswerMember member) {
    return switch (member) {
      case VALUE -> NullableType.create(SimpleType.INT);
      case NUMBER -> NullableType.create(SimpleType.DOUBLE);
      case OPTION_CODES -> ListType.create(SimpleType.STRING);
      case ALLOCATION -> MapType.create(SimpleType.STRING, SimpleType.DOUBLE);
      case TEXT -> NullableType.create(SimpleType.STRING);
      case DATE -> NullableType.create(SimpleType.TIMESTAMP);
      case ACCEPTED -> NullableType.create(SimpleType.BOOL);
      case NON_ANSWER -> throw new IllegalStateException();
    };
  }

  /// The name that the answer to an item with this link id has in expressions.
  static String answer(String linkId) {
    return ANSWERS + identifier(linkId);
  }

  /// The same of a question, made once.
  String variable(Item question) {
    return Objects.requireNonNull(answerNames.get(question.linkId()));
  }

  /// The name that an attribute has in expressions.
  String variable(Attribute attribute) {
    return Objects.requireNonNull(attributeNames.get(attribute.key()));
  }

  private static String identifier(String id) {
    String plain = NO_NAME.matcher(id).replaceAll("_");
    return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
  }

  /// What an expression was compiled to.
  ///
  /// @param answers the variables of answers that it refers to
  record Compiled(CelRuntime.Program program, CelType type, Set<String> answers) {

    boolean isCondition() {
      return given().equals(SimpleType.BOOL);
    }

    boolean isNumber() {
      return given().equals(SimpleType.INT)
          || given().equals(SimpleType.UINT)
          || given().equals(SimpleType.DOUBLE);
    }

    /// What it gives where all that it refers to is answered: an answer alone may be missing.
    private CelType given() {
      return type instanceof NullableType nullable ? nullable.targetType() : type;
    }

    /// Whether the condition holds. One that cannot be told, since an answer is missing, does not.
    boolean holds(Map<String, Object> values) {
      return Boolean.TRUE.equals(value(values));
    }

    /// The number, or null where it cannot be told or fits no answer.
    @Nullable BigDecimal number(Map<String, Object> values) {
      BigDecimal number =
          switch (value(values)) {
            case Double each when Double.isFinite(each) -> BigDecimal.valueOf(each);
            case Number each when !(each instanceof Double) -> new BigDecimal(each.toString());
            case null, default -> null;
          };
      if (number == null) {
        return null;
      }
      BigDecimal rounded = number.setScale(9, java.math.RoundingMode.HALF_EVEN);
      return Answer.storable(rounded) ? rounded.stripTrailingZeros() : null;
    }

    private @Nullable Object value(Map<String, Object> values) {
      try {
        return program.eval(values);
      } catch (CelEvaluationException e) {
        // A type-checked expression fails at what is missing, or divided by zero, or overflown.
        return null;
      }
    }
  }

  /// @throws CelValidationException with what is wrong with it, in the words of the language
  Compiled compile(String expression) throws CelValidationException {
    CelAbstractSyntaxTree tree = cel.compile(expression).getAst();
    Set<String> answers = new TreeSet<>();
    for (CelReference reference : tree.getReferenceMap().values()) {
      if (reference.name().startsWith(ANSWERS)) {
        answers.add(reference.name());
      }
    }
    try {
      return new Compiled(cel.createProgram(tree), tree.getResultType(), answers);
    } catch (CelEvaluationException e) {
      throw new IllegalStateException("a checked expression has no program", e);
    }
  }

  /// The values that expressions see where nothing is answered.
  Map<String, Object> values(Map<String, AttributeValue> attributes) {
    Map<String, Object> values = new HashMap<>(nothing);
    attributes.forEach(
        (key, value) -> {
          String name = attributeNames.get(key);
          Object says =
              value.code() != null
                  ? value.code()
                  : value.text() != null
                      ? value.text()
                      : value.number() != null
                          ? value.number().doubleValue()
                          : value.truth() != null
                              ? value.truth()
                              : value.date() != null
                                  ? value.date().atStartOfDay(ZoneOffset.UTC).toInstant()
                                  : null;
          if (name != null && says != null) {
            values.replace(name, says);
          }
        });
    return values;
  }

  /// What an answer is in expressions, or null where it is none.
  static @Nullable Object value(Answer answer) {
    if (answer.value() != null) {
      return answer.value().longValue();
    }
    if (answer.optionCodes() != null) {
      return answer.optionCodes();
    }
    if (answer.allocation() != null) {
      Map<String, Double> shares = new HashMap<>();
      answer
          .allocation()
          .forEach(share -> shares.put(share.optionCode(), share.amount().doubleValue()));
      return shares;
    }
    if (answer.number() != null) {
      return answer.number().doubleValue();
    }
    if (answer.date() != null) {
      return answer.date().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return answer.accepted() != null ? answer.accepted() : answer.text();
  }
}
