package org.customerfocus.customer.attribute;

import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Millionths;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
class AttributeDefinition extends VersionedEntity {

  private AttributeTarget target;
  private AttributeOwner owner;
  private String code;
  private AttributeType type;
  private String label;
  private @Nullable String description;
  private boolean required;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable List<AttributeOption> options;

  private @Nullable Integer maxLength;
  private @Nullable BigDecimal minimum;
  private @Nullable BigDecimal maximum;
  private @Nullable LocalDate earliest;
  private @Nullable LocalDate latest;

  @SuppressWarnings("NullAway.Init")
  protected AttributeDefinition() {}

  @SuppressWarnings("NullAway.Init")
  AttributeDefinition(AttributeDefinitionRequest request, Instant now) {
    super(now);
    this.target = request.target();
    this.owner = request.target().owner();
    this.code = request.code();
    this.type = request.type();
    describe(request);
  }

  private void describe(AttributeDefinitionRequest request) {
    label = request.label();
    description = request.description();
    required = Boolean.TRUE.equals(request.required());
    options = request.options();
    maxLength = request.maxLength();
    minimum = request.minimum();
    maximum = request.maximum();
    earliest = request.earliest();
    latest = request.latest();
  }

  /// The request that would make this definition: what a patch is applied to.
  AttributeDefinitionRequest asRequest() {
    return new AttributeDefinitionRequest(
        target,
        code,
        type,
        label,
        description,
        required,
        options,
        maxLength,
        minimum,
        maximum,
        earliest,
        latest);
  }

  void change(AttributeDefinitionRequest request, Instant now) {
    // What is recorded already was recorded under these three.
    refuse(request.target() != target, "/target");
    refuse(!request.code().equals(code), "/code");
    refuse(request.type() != type, "/type");
    describe(request);
    touch(now);
  }

  private static void refuse(boolean changed, String at) {
    if (changed) {
      throw ProblemException.invalid(at, "does not change: define another attribute instead");
    }
  }

  /// The options that the request leaves out.
  List<String> optionsRemovedBy(AttributeDefinitionRequest request) {
    List<AttributeOption> kept = request.options() == null ? List.of() : request.options();
    return options == null
        ? List.of()
        : options.stream()
            .map(AttributeOption::value)
            .filter(value -> kept.stream().noneMatch(each -> each.value().equals(value)))
            .toList();
  }

  /// What is wrong with a value that has the right type, or null.
  @Nullable String fault(TypedValue value) {
    return switch (type) {
      case TEXT ->
          maxLength != null && value.text() != null && value.text().length() > maxLength
              ? "must have at most %d characters".formatted(maxLength)
              : null;
      case CHOICE ->
          options != null && options.stream().noneMatch(each -> each.value().equals(value.text()))
              ? "must be one of "
                  + String.join(", ", options.stream().map(AttributeOption::value).toList())
              : null;
      case INTEGER -> value.integer() == null ? null : fault(BigDecimal.valueOf(value.integer()));
      case DECIMAL -> value.integer() == null ? null : fault(Millionths.toDecimal(value.integer()));
      case DATE -> value.date() == null ? null : fault(value.date());
      case BOOLEAN, INSTANT -> null;
    };
  }

  private @Nullable String fault(BigDecimal number) {
    if (minimum != null && number.compareTo(minimum) < 0) {
      return "must be at least " + AttributeValues.canonical(minimum);
    }
    return maximum != null && number.compareTo(maximum) > 0
        ? "must be at most " + AttributeValues.canonical(maximum)
        : null;
  }

  private @Nullable String fault(LocalDate date) {
    if (earliest != null && date.isBefore(earliest)) {
      return "must not be before " + earliest;
    }
    return latest != null && date.isAfter(latest) ? "must not be after " + latest : null;
  }

  AttributeTarget target() {
    return target;
  }

  AttributeOwner owner() {
    return owner;
  }

  String code() {
    return code;
  }

  AttributeType type() {
    return type;
  }

  boolean required() {
    return required;
  }
}
