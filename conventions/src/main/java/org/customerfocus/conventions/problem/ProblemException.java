package org.customerfocus.conventions.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A failure that carries its own answer.
public class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<FieldError> errors;
  private final transient Map<String, String> headers = new LinkedHashMap<>();

  /// @param detail what happened and what to do; it is shown to the client, so it holds no class
  ///   name, no SQL and nothing of another tenant
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail, null, false, false);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /// Well-formed but not acceptable, for one field of the body.
  public static ProblemException invalid(String pointer, String detail) {
    return invalid(List.of(FieldError.at(pointer, detail)));
  }

  /// Well-formed but not acceptable, for several fields.
  public static ProblemException invalid(List<FieldError> errors) {
    return new ProblemException(
        Problems.INVALID, "Correct the fields that are listed in errors and send again.", errors);
  }

  /// A path or query parameter that cannot be read.
  public static ProblemException parameter(String name, String detail) {
    return new ProblemException(
        Problems.INVALID_PARAMETER,
        "Correct the parameter %s: %s".formatted(name, detail),
        List.of(FieldError.parameter(name, detail)));
  }

  /// Absent, or another tenant's: the two are not told apart.
  public static ProblemException notFound(String what, Object id) {
    return new ProblemException(Problems.NOT_FOUND, "There is no %s %s.".formatted(what, id));
  }

  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ProblemType type() {
    return type;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
