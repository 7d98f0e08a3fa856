package org.customerfocus.conventions.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.time.TimeLimits;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// Reads path and query parameters, and answers 400 with the parameter's name where one cannot be
/// read (the framework alone would answer 404).
@Provider
public class ParameterConverters implements ParamConverterProvider {

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          UUID.class,
          new Form(
              ParameterConverters::uuid,
              "must be a UUID such as 0198f2a4-7c1e-7a51-b3d2-1f0c9a6e5d43"),
          LocalDate.class,
          new Form(
              text -> TimeLimits.asked(LocalDate.parse(text)),
              "must be a date such as 2026-11-21, of the years 101 to 9899"),
          YearMonth.class,
          new Form(
              text -> TimeLimits.asked(YearMonth.parse(text)),
              "must be a month such as 2026-11, of the years 101 to 9899"),
          Instant.class,
          new Form(
              text -> TimeLimits.asked(Instant.parse(text)),
              "must be an instant in UTC such as 2026-11-21T09:30:00Z, of the years 101 to 9899"),
          Integer.class,
          new Form(Integer::valueOf, "must be a whole number"),
          Long.class,
          new Form(Long::valueOf, "must be a whole number"),
          Boolean.class,
          new Form(ParameterConverters::bool, "must be true or false"),
          String.class,
          new Form(ParameterConverters::text, "must be valid Unicode without U+0000"));

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    String name = name(annotations);
    Form form =
        type.isEnum() && WireEnum.class.isAssignableFrom(type) ? wire(type) : FORMS.get(type);
    return form == null ? null : new Reader<>(type, name, form);
  }

  private static String name(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      switch (annotation) {
        case PathParam path -> {
          return path.value();
        }
        case QueryParam query -> {
          return query.value();
        }
        case HeaderParam header -> {
          return header.value();
        }
        default -> {}
      }
    }
    return "value";
  }

  private static Form wire(Class<?> type) {
    Map<String, Object> constants =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(each -> ((WireEnum) each).wire(), each -> each));
    return new Form(
        text -> {
          Object constant = constants.get(text);
          if (constant == null) {
            throw new IllegalArgumentException();
          }
          return constant;
        },
        "must be one of "
            + Arrays.stream(type.getEnumConstants())
                .map(each -> ((WireEnum) each).wire())
                .collect(Collectors.joining(", ")));
  }

  // UUID.fromString accepts "1-2-3-4-5".
  private static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (text.length() != 36) {
      throw new IllegalArgumentException();
    }
    return uuid;
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static String text(String text) {
    if (!Texts.storable(text)) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private record Form(Function<String, Object> parse, String expectation) {}

  private record Reader<T>(Class<T> type, String name, Form form) implements ParamConverter<T> {

    @Override
    public @Nullable T fromString(@Nullable String value) {
      if (value == null) {
        return null;
      }
      try {
        return type.cast(form.parse().apply(value));
      } catch (IllegalArgumentException | java.time.DateTimeException e) {
        throw ProblemException.parameter(name, form.expectation());
      }
    }

    @Override
    public String toString(T value) {
      return value instanceof WireEnum wire ? wire.wire() : value.toString();
    }
  }
}
