package org.customerfocus.conventions.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.wire.WireEnum;

/// Says what is wrong with a request in the words of its sender: JSON pointers and expected forms,
/// never our class names.
public final class InvalidRequests {

  private static final String RESTEASY = "org.jboss.resteasy.reactive";

  private InvalidRequests() {}

  /// A body that is no JSON, or JSON that does not fit the request's type.
  public static ProblemException unreadable(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StreamConstraintsException) {
        return new ProblemException(
            Problems.MALFORMED,
            "The body is nested more deeply, or has more or longer values, than is read here.");
      }
    }
    if (e instanceof JsonMappingException mapping && mapping.getPath() != null) {
      String pointer = pointer(mapping);
      if (e instanceof UnrecognizedPropertyException unknown) {
        return ProblemException.invalid(
            pointer,
            "is not a property here; known are %s"
                .formatted(
                    unknown.getKnownPropertyIds() == null
                        ? "none"
                        : unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "))));
      }
      return new ProblemException(
          Problems.MALFORMED,
          "A value of the body has not the form that the field needs.",
          List.of(FieldError.at(pointer, expectation(e))));
    }
    JsonLocation at = e.getLocation();
    return new ProblemException(
        Problems.MALFORMED,
        at == null
            ? "The body is not valid JSON."
            : "The body is not valid JSON: look at line %d, column %d."
                .formatted(at.getLineNr(), at.getColumnNr()));
  }

  /// Violations of declared constraints, in the order of their fields.
  public static ProblemException violations(ConstraintViolationException e) {
    List<FieldError> errors =
        e.getConstraintViolations().stream()
            .map(InvalidRequests::error)
            .sorted(Comparator.comparing(InvalidRequests::place).thenComparing(FieldError::detail))
            .toList();
    boolean parametersOnly = errors.stream().allMatch(error -> error.parameter() != null);
    return parametersOnly
        ? new ProblemException(
            Problems.INVALID_PARAMETER, "Correct the parameters that are listed in errors.", errors)
        : ProblemException.invalid(errors);
  }

  /// Violations found outside a method call: their paths start at the validated object.
  public static ProblemException violationsOf(
      java.util.Set<? extends ConstraintViolation<?>> violations) {
    return ProblemException.invalid(
        violations.stream()
            .map(v -> FieldError.at(pointer(v.getPropertyPath()), v.getMessage()))
            .sorted(Comparator.comparing(InvalidRequests::place).thenComparing(FieldError::detail))
            .toList());
  }

  private static String place(FieldError error) {
    return error.pointer() != null ? error.pointer() : String.valueOf(error.parameter());
  }

  private static FieldError error(ConstraintViolation<?> violation) {
    Path path = violation.getPropertyPath();
    if (!isOfBody(violation)) {
      return FieldError.parameter(leaf(path), violation.getMessage());
    }
    String pointer = pointer(path);
    return pointer.isEmpty() && violation.getInvalidValue() == null
        ? FieldError.at("", "the request needs a body")
        : FieldError.at(pointer, violation.getMessage());
  }

  /// A resource method says by an annotation where each of its arguments comes from: the one
  /// without is the body, whatever its name.
  private static boolean isOfBody(ConstraintViolation<?> violation) {
    Path.MethodNode method = null;
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD) {
        method = node.as(Path.MethodNode.class);
      } else if (node.getKind() == ElementKind.PARAMETER && method != null) {
        int index = node.as(Path.ParameterNode.class).getParameterIndex();
        return annotations(violation.getRootBeanClass(), method, index)
            .map(each -> each.annotationType().getPackageName())
            .noneMatch(each -> each.startsWith("jakarta.ws.rs") || each.equals(RESTEASY));
      }
    }
    return true;
  }

  // A bean is of a subclass of what was written, whose methods need not repeat the annotations.
  private static Stream<Annotation> annotations(
      Class<?> bean, Path.MethodNode method, int parameter) {
    return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(each -> each.getName().equals(method.getName()))
        .filter(each -> List.of(each.getParameterTypes()).equals(method.getParameterTypes()))
        .flatMap(each -> Arrays.stream(each.getParameterAnnotations()[parameter]));
  }

  private static String leaf(Path path) {
    String leaf = "";
    for (Path.Node node : path) {
      leaf = node.getName() == null ? leaf : node.getName();
    }
    return leaf;
  }

  private static String pointer(Path path) {
    StringBuilder pointer = new StringBuilder();
    for (Path.Node node : path) {
      if (node.isInIterable() && node.getIndex() != null) {
        pointer.append('/').append(node.getIndex());
      } else if (node.isInIterable() && node.getKey() != null) {
        pointer.append('/').append(escape(node.getKey().toString()));
      }
      if (node.getKind() == ElementKind.PROPERTY) {
        pointer.append('/').append(escape(node.getName()));
      }
    }
    return pointer.toString();
  }

  private static String pointer(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step ->
                "/"
                    + (step.getFieldName() == null
                        ? Integer.toString(step.getIndex())
                        : escape(step.getFieldName())))
        .collect(Collectors.joining());
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String expectation(JsonProcessingException e) {
    if (e instanceof InvalidTypeIdException) {
      return "names no known type";
    }
    if (e instanceof MismatchedInputException mismatch) {
      Class<?> target = mismatch.getTargetType();
      if (target == String.class && e instanceof InvalidFormatException) {
        return "must be valid Unicode without U+0000";
      }
      return target == null ? "has not the expected form" : "must be " + form(target);
    }
    return "has not the expected form";
  }

  private static String form(Class<?> type) {
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(each -> each instanceof WireEnum wire ? wire.wire() : each.toString())
              .collect(Collectors.joining(", "));
    }
    return switch (type.getSimpleName()) {
      case "UUID" -> "a UUID such as 0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43";
      case "Instant" -> "an instant in UTC such as 2026-11-21T09:30:00Z";
      case "LocalDate" -> "a date such as 2026-11-21";
      case "ZoneId" -> "an IANA time zone such as Europe/Amsterdam";
      case "Integer", "int", "Long", "long", "BigInteger" -> "a whole number";
      case "BigDecimal", "Double", "double" -> "a number";
      case "Boolean", "boolean" -> "true or false";
      case "String" -> "a string";
      case "List", "ArrayList", "Set", "HashSet", "Collection" -> "an array";
      default -> "of another JSON type: the API reference shows its schema";
    };
  }
}
